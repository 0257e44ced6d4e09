import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkRuc, rucCheckDigit } from '#domain/offer/ruc.ts';

/** Read in pages or published test suites: see shared/research/job-offers.md, section 5. */
const READ_SOMEWHERE = [
  '20131312955', '20100055237', '20610292934', '20555195444', '20601395691', '20138651917', '20100047218',
  '20100070970', '20512333797', '20292005483', '20565449843', '20554133470',
];
const PUBLIC_BODIES = ['20295613620', '20131023414', '20131257750', '20100030595', '20131366966', '20551239692'];

const wellFormed = fc
  .tuple(fc.constantFrom('10', '15', '16', '17', '20'), fc.stringMatching(/^\d{8}$/))
  .map(([prefix, body]) => `${prefix}${body}${rucCheckDigit(prefix + body)}`);

describe('checking a RUC for typing errors', () => {
  it.each([...READ_SOMEWHERE, ...PUBLIC_BODIES])('accepts %s, a number in use', (ruc) => {
    expect(checkRuc(ruc)).toEqual({ ok: true, reason: null, digits: ruc, holder: 'company' });
  });

  it.each([
    ['20512333798', 'check-digit'],
    ['20131312954', 'check-digit'],
    ['11131312955', 'prefix'],
    ['18131312955', 'prefix'],
    ['2013131295', 'length'],
    ['201313129550', 'length'],
    ['2013131295O', 'not-digits'],
    ['   ', 'empty'],
  ])('says what is wrong with «%s»: %s', (ruc, reason) => {
    expect(checkRuc(ruc)).toMatchObject({ ok: false, reason, holder: null });
  });

  it('reads a number however the person typed it', () => {
    expect(checkRuc(' RUC N° 20-13131295-5 ').ok).toBe(true);
    expect(checkRuc('R.U.C.: 20 131 312 955').ok).toBe(true);
  });

  it('accepts a person with a business: a RUC that starts with 10 is not suspicious', () => {
    expect(checkRuc('1012345678' + rucCheckDigit('1012345678'))).toMatchObject({ ok: true, holder: 'person' });
  });

  it('accepts every number whose last digit is computed as SUNAT does', () => {
    fc.assert(fc.property(wellFormed, (ruc) => checkRuc(ruc).ok));
  });

  it('catches at least 97 of 100 typos of one digit in the body', () => {
    let typos = 0;
    let caught = 0;
    for (const ruc of READ_SOMEWHERE) {
      for (let at = 2; at < 11; at++) {
        for (let digit = 0; digit < 10; digit++) {
          if (String(digit) === ruc[at]) continue;
          typos++;
          if (!checkRuc(ruc.slice(0, at) + digit + ruc.slice(at + 1)).ok) caught++;
        }
      }
    }
    expect(caught / typos).toBeGreaterThanOrEqual(0.97);
  });

  it('never throws, whatever is pasted', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => typeof checkRuc(text).ok === 'boolean'));
  });
});
