import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import campaign from '../../content/interface/es/campaign.json' with { type: 'json' };
import officials from '../../content/interface/es/officials.json' with { type: 'json' };
import { campaignDaySchema, EASY, inYearOrder, nextDay } from '../../src/domain/campaign/day.ts';
import { campaignPieceSchema, printedWords, type CampaignPiece } from '../../src/domain/campaign/piece.ts';
import { countText, inflesz } from '../../src/domain/readability.ts';

const read = (folder: string): { name: string; data: unknown }[] =>
  readdirSync(`content/campaign/${folder}/es`).map((name) => ({ name, data: parse(readFileSync(`content/campaign/${folder}/es/${name}`, 'utf8')) }));
const days = read('days');
const pieces = read('pieces');
const faults = (schema: z.ZodType, data: unknown): string => {
  const { error } = schema.safeParse(data);
  return error === undefined ? '' : z.prettifyError(error);
};
const pieceOf = (name: string): CampaignPiece => campaignPieceSchema.parse(pieces.find((each) => each.name === `${name}.yaml`)?.data);
const known = new Set((parse(readFileSync('content/sources.yaml', 'utf8')) as { id: string }[]).map(({ id }) => id));
const ease = (texts: readonly string[]): number => inflesz(countText(texts.join('\n\n')));

describe('the campaign that somebody hangs on a wall', () => {
  it.each(days)('$name says who set the day, in easy words, and asks for one act', ({ data }) => {
    expect(faults(campaignDaySchema, data)).toBe('');
  });

  it.each(pieces)('$name speaks in few easy words and asks the directory for its numbers', ({ data }) => {
    expect(faults(campaignPieceSchema, data)).toBe('');
  });

  it('has the world day of July, the national day of September and four more, on the days that their sources give', () => {
    const dates = days.map(({ data }) => campaignDaySchema.parse(data).day).sort();
    expect(dates).toEqual(['02-01', '03-30', '06-12', '07-30', '09-23', '12-18']);
  });

  it('rests on sources that exist, and each day sends to a sheet and an article that exist', () => {
    const all = days.map(({ data }) => campaignDaySchema.parse(data));
    const cited = [...all.flatMap(({ sources }) => sources), ...campaign.care.flatMap((line) => ('source' in line ? [line.source] : []))];
    expect(cited.filter((id) => !known.has(id))).toEqual([]);
    const articles = new Set(readdirSync('content/articles/es').map((name) => name.replace('.mdx', '')));
    const sheets = new Set(pieces.map(({ name }) => name.replace('.yaml', '')));
    expect(all.filter(({ article, piece }) => !articles.has(article ?? '') || !sheets.has(piece ?? '')).map(({ name }) => name)).toEqual([]);
  });

  it('keeps the subject off the strips and the pocket card, which others may find', () => {
    for (const name of ['tiras', 'tarjeta-de-bolsillo']) expect(printedWords(pieceOf(name)).join(' ')).not.toMatch(/trata|v[ií]ctima|explota|polic[ií]a|denuncia/i);
  });

  it('shows nothing that hurts or frightens: one thing to do, and no word of chains, blows or slaves', () => {
    const said = [...pieces.flatMap(({ data }) => printedWords(campaignPieceSchema.parse(data))), JSON.stringify(campaign), ...days.flatMap(({ data }) => { const { name, says, act } = campaignDaySchema.parse(data); return [name, says, act]; })].join(' ');
    expect(said).not.toMatch(/caden|esclav|golpe|sangre|rescat|prostituci|muerte|nunca m[aá]s/i);
  });

  it('reads easily around the sheets, too', () => {
    expect(ease([campaign.lead, campaign.piecesLead, campaign.daysLead, ...campaign.care.map(({ says }) => says), campaign.cutNote, campaign.foldNote, campaign.printNote])).toBeGreaterThanOrEqual(EASY);
  });
});

describe('whoever writes a sheet wrongly', () => {
  const strips = pieces.find(({ name }) => name === 'tiras.yaml')?.data as Record<string, unknown>;
  const poster = pieces.find(({ name }) => name === 'terminal.yaml')?.data as Record<string, unknown>;
  const day = days[0]?.data as Record<string, unknown>;

  it('is told that a strip must not say what it is about', () => {
    expect(faults(campaignPieceSchema, { ...strips, lead: 'Llama si sabes de un caso de trata.' })).toContain('neutral words');
  });

  it('is told when a poster has a speech instead of words, or a letter that was never cut', () => {
    expect(faults(campaignPieceSchema, { ...poster, words: 'TU DNI SIEMPRE VIAJA CONTIGO A DONDE VAYAS' })).toContain('two to five');
    expect(faults(campaignPieceSchema, { ...poster, words: 'TU DNI ☎' })).toContain('no letter «☎»');
  });

  it('is told when a text is hard to read', () => {
    expect(faults(campaignPieceSchema, { ...poster, lead: 'Determinadas organizaciones institucionalizadas imposibilitan desplazamientos autónomos.' })).toContain('INFLESZ');
  });

  it('is told when a date has no source or is no date', () => {
    expect(faults(campaignDaySchema, { ...day, sources: [] })).toContain('hearsay');
    expect(faults(campaignDaySchema, { ...day, day: '30-07' })).toContain('"07-30"');
  });
});

describe('the calendar', () => {
  const year = inYearOrder([{ day: '09-23', name: 'b' }, { day: '02-01', name: 'c' }, { day: '09-23', name: 'a' }]);

  it('goes from January to December', () => {
    expect(year.map(({ name }) => name)).toEqual(['c', 'a', 'b']);
  });

  it('knows which day comes next: today counts, and after the last one the year begins again', () => {
    expect(nextDay(year, '2026-01-15')).toBe(0);
    expect(nextDay(year, '2026-02-01')).toBe(0);
    expect(nextDay(year, '2026-02-02')).toBe(1);
    expect(nextDay(year, '2026-12-31')).toBe(0);
  });
});

describe('the card on an official’s desk', () => {
  const { card } = officials;
  const items = [...card.say.items, ...card.blocks.flatMap((block) => block.items), ...card.steps.items];

  it('cites sources that exist, and promises no term but the one that a source counts', () => {
    const cited = items.flatMap((item) => ('sources' in item ? item.sources : []));
    expect(cited.length).toBeGreaterThanOrEqual(12);
    expect(cited.filter((id) => !known.has(id))).toEqual([]);
    const terms = items.filter(({ says }) => /\d+ ?(horas|días)/.test(says));
    expect(terms.map((item) => ('sources' in item ? item.sources : undefined))).toEqual([['unodc-2023-eri-24-horas']]);
  });

  it('says what must not be done: no shelter’s place, no confrontation, no photos, no promises', () => {
    const dont = card.blocks.find(({ title }) => title === 'No hagas')?.items.map(({ says }) => says).join(' ') ?? '';
    for (const part of [/albergue/, /cara a cara/, /fotos/, /prometas/]) expect(dont).toMatch(part);
  });

  it('reads easily', () => {
    expect(ease([...card.say.quotes, ...items.map(({ says }) => says)])).toBeGreaterThanOrEqual(EASY);
  });

  it('links a manual only with a source that has a page', () => {
    const linked = officials.manuals.flatMap((manual) => ('source' in manual ? [manual] : []));
    expect(linked.map(({ title }) => title).join(' ')).toContain('001-2023-SUNAFIL/DINI');
    expect(linked.filter(({ source, link }) => !known.has(source ?? '') || !['document', 'note'].includes(link ?? ''))).toEqual([]);
  });
});
