import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { escape, Html, html } from '#desk/html.ts';

describe('what the desk prints', () => {
  it('turns every text into text, between tags and in quoted attributes', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(escape(text)).not.toMatch(/[<>"']|&(?!(?:amp|lt|gt|quot|#39);)/);
    }), { numRuns: 2_000 });
  });
  it('escapes what is put into a template, and not what a template made', () => {
    const evil = '"><img src=x onerror=alert(1)>';
    expect(html`<p title="${evil}">${evil}${[html`<b>${evil}</b>`]}${false}${null}</p>`.markup).toBe(
      '<p title="&quot;&gt;&lt;img src=x onerror=alert(1)&gt;">&quot;&gt;&lt;img src=x onerror=alert(1)&gt;<b>&quot;&gt;&lt;img src=x onerror=alert(1)&gt;</b></p>',
    );
  });
  it('shows signs that turn the direction of writing, which make «gpj.exe» look like «exe.jpg»', () => {
    expect(escape('a\u202egpj.exe\u0000')).toBe('a·gpj.exe·');
  });
  it('knows its own markup by its class, not by how it looks', () => {
    expect(html`${{ markup: '<b>' } as unknown as string}`.markup).not.toContain('<b>');
    expect(html`${new Html('<b>')}`.markup).toBe('<b>');
  });
});
