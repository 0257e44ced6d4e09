import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { parse as parseGift } from 'gift-pegjs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { validateXML } from 'xmllint-wasm';
import { zipTexts } from '../../../src/build/zip.ts';
import { gift, wholeQuestion } from '#domain/quiz/gift.ts';
import { moodleXml } from '#domain/quiz/moodle-xml.ts';
import { quizSchema, type Item, type Quiz } from '#domain/quiz/quiz.ts';
import { scormFiles } from '#domain/quiz/scorm.ts';
import { singleFile } from '#domain/quiz/single-file.ts';
import { quizTable } from '#domain/quiz/table.ts';
import words from '../../../content/interface/es/take-along.json' with { type: 'json' };

const folder = 'content/quizzes/es';
const sets = readdirSync(folder).map((name): [string, Quiz] => [name.replace('.yaml', ''), quizSchema.parse(parse(readFileSync(`${folder}/${name}`, 'utf8')))]);

/** What the test asks of the run-time: the package's own types name a class that its files export otherwise. */
interface ScormApi {
  LMSGetValue(name: string): string;
  isTerminated(): boolean;
}

const anItem = (more: Partial<Item> = {}): Item => ({
  id: 'uno', about: 'tecnica', topic: 'deuda_adelanto', question: '¿Qué miras?', right: 1, talk: 'Habla de la deuda.', sources: ['x'],
  options: [{ text: 'El sueldo', feedback: 'No basta.' }, { text: 'El trato', feedback: 'Eso es.' }, { text: 'La foto', feedback: 'No dice nada.' }], ...more,
});
const aSet = (items: Item[]): Pick<Quiz, 'title' | 'intro' | 'items'> => ({ title: 'Un grupo', intro: 'Conversen.', items });
/** Any text, with the signs that these formats read as their own thrown in. */
const anyText = fc.array(fc.constantFrom(...'abcñé ~=#{}:\\<>&"\'\n;,-$//0'.split(''), '::', ']]>', '¿')).map((parts) => parts.join('').trim()).filter((text) => text !== '' && !/^\s*$/.test(text));

const read = (text: string) => parseGift(text) as { type: string; title: string; stem: { text: string }; choices: { isCorrect: boolean; text: { text: string }; feedback: { text: string } }[] }[];

describe('a teacher takes a set to Moodle', () => {
  it.each(sets)('%s is read by GIFT: every item, its one right answer, a feedback for each option', (_, quiz) => {
    const questions = read(gift(quiz)).filter(({ type }) => type === 'MC');
    expect(questions.map(({ title }) => title)).toEqual(quiz.items.map(({ id }) => id));
    questions.forEach(({ choices, stem }, i) => {
      const item = quiz.items[i] as Item;
      expect(stem.text.replaceAll(/\s+/g, ' ')).toBe(wholeQuestion(item).replaceAll(/\s+/g, ' '));
      expect(choices.map(({ isCorrect }) => isCorrect)).toEqual(item.options.map((_option, o) => o === item.right));
      expect(choices.map(({ feedback }) => feedback.text)).toEqual(item.options.map(({ feedback }) => feedback));
    });
  });

  it('a text full of signs comes through GIFT as it was written', () => {
    fc.assert(
      fc.property(anyText, anyText, (one, two) => {
        const item = anItem({ options: [{ text: `a ${one.replaceAll('\n', ' ')}`, feedback: 'No.' }, { text: `b ${two.replaceAll('\n', ' ')}`, feedback: 'Sí.' }, { text: 'c', feedback: 'No.' }] });
        const [question] = read(gift(aSet([item])));
        expect(question?.choices.map(({ text }) => text.text.replaceAll(/\s+/g, ' '))).toEqual(item.options.map(({ text }) => text.trim().replaceAll(/\s+/g, ' ')));
      }),
      { numRuns: 300 },
    );
  });

  it.each(sets)('%s is well-formed Moodle XML with one answer of 100 an item', async (id, quiz) => {
    const xml = moodleXml(quiz);
    const { valid, errors } = await validateXML({ xml: { fileName: `${id}.xml`, contents: xml }, schema: { fileName: 'moodle.xsd', contents: readFileSync('tests/examples/quiz/moodle-multichoice.xsd', 'utf8') } });
    expect(errors, String(errors[0]?.message)).toEqual([]);
    expect(valid).toBe(true);
    expect(xml.match(/fraction="100"/g)).toHaveLength(quiz.items.length);
  });

  it('a text full of signs keeps Moodle XML well-formed', async () => {
    const nasty = fc.sample(anyText, 60).join(' ');
    const { errors } = await validateXML({ xml: { fileName: 'x.xml', contents: moodleXml(aSet([anItem({ talk: nasty, scene: `${nasty}\u0007` })])) }, schema: { fileName: 'moodle.xsd', contents: readFileSync('tests/examples/quiz/moodle-multichoice.xsd', 'utf8') } });
    expect(errors).toEqual([]);
  });
});

describe('a teacher takes a set along without network', () => {
  it.each(sets)('%s is one file under 60 KB that asks nothing of anyone and has no script', (_, quiz) => {
    const page = singleFile(quiz, words.page);
    expect(Buffer.byteLength(page)).toBeLessThan(60 * 1024);
    expect(page).not.toMatch(/<script|https?:|src=|url\(|@import|localStorage/);
    expect(page.match(/class="r"/g)).toHaveLength(quiz.items.length);
    for (const { options } of quiz.items) for (const { feedback } of options) expect(page).toContain(feedback.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'));
  });

  it.each(sets)('%s opens in Excel in Spanish: a byte order mark, «;», a row an item', (_, quiz) => {
    const table = quizTable(quiz, words.table);
    expect(table.startsWith('\uFEFFPregunta;Opción 1;')).toBe(true);
    expect(table.trim().split('\r\n')).toHaveLength(quiz.items.length + 1);
  });
});

describe('a school puts a set on its platform', () => {
  it.each(sets)('%s is a SCORM package with one page, the same bytes each time', (id, quiz) => {
    const files = scormFiles(id, quiz, words.page, readFileSync('src/components/quiz/tell-platform.js', 'utf8'));
    const zip = zipTexts(files);
    expect(Object.keys(unzipSync(zip)).sort()).toEqual(['imsmanifest.xml', 'index.html']);
    expect(Buffer.from(zipTexts(files)).equals(Buffer.from(zip))).toBe(true);
    expect(files['index.html']).not.toMatch(/cmi\.core\.score|cmi\.interactions|suspend_data|https?:/);
  });

  it('the platform learns that the page was gone through, and nothing else', async () => {
    const { Scorm12API } = (await import('scorm-again')) as { Scorm12API: new (settings: object) => ScormApi };
    const api = new Scorm12API({ autocommit: false, logLevel: 5 });
    const said: Record<string, string> = {};
    const listeners: Record<string, (event: object) => void> = {};
    const button = { getAttribute: () => words.page.doneSaid };
    const page = { getElementById: (id: string) => (id === 'done' ? { addEventListener: (_: string, press: (event: object) => void) => { listeners.press = press; } } : { set textContent(text: string) { said[id] = text; } }) };
    const frame = { API: api, addEventListener: (name: string, heard: (event: object) => void) => { listeners[name] = heard; } };
    new Function('window', 'document', readFileSync('src/components/quiz/tell-platform.js', 'utf8'))(Object.assign(frame, { parent: frame }), page);
    expect(api.LMSGetValue('cmi.core.lesson_status')).toBe('incomplete');
    listeners.press?.({ currentTarget: button });
    expect(api.LMSGetValue('cmi.core.lesson_status')).toBe('completed');
    expect(said).toEqual({ said: words.page.doneSaid });
    expect(api.LMSGetValue('cmi.core.score.raw')).toBe('');
    expect(api.LMSGetValue('cmi.suspend_data')).toBe('');
    listeners.pagehide?.({});
    expect(api.isTerminated()).toBe(true);
  });
});
