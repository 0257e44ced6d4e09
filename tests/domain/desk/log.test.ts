import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { readContent, signerOf, writeLine, type PaperContent } from '#domain/desk/line.ts';
import { headsOf, type LogPaper } from '#domain/desk/log.ts';
import { caseFile, standing } from '#domain/desk/case.ts';
import { about, anEntry, facts, merge, NOON, NO_TIP, Operator, otherSignKey, signKey, tipId } from './builders.ts';

const kinds = (papers: readonly LogPaper[], more = {}): string[] => merge(papers, more).problems.map(({ kind }) => kind);
const lineId = (paper: LogPaper | undefined): string => (paper?.content.kind === 'line' ? paper.content.id : '');
const shuffled = <T>(list: readonly T[]) => fc.shuffledSubarray([...list], { minLength: list.length });

/** Two people who work at once, hearing of each other only now and then. */
function twoAtWork(): { papers: LogPaper[]; first: LogPaper[] } {
  const [ana, beto] = [new Operator('Ana'), new Operator('Beto')];
  const first = ana.write({ act: 'unlock' });
  beto.learn(first);
  const papers = [...first, ...beto.write({ act: 'unlock' }), ...ana.write({ act: 'open', ...about(1), facts: facts() })];
  papers.push(...beto.write({ act: 'open', ...about(2), facts: facts() }));
  ana.learn(papers);
  papers.push(...ana.write({ act: 'close', ...about(1) }));
  return { papers, first };
}

describe('the log of a desk', () => {
  it('is whole when two people wrote at once, and loses no line', () => {
    const log = merge(twoAtWork().papers);
    expect(log.problems).toEqual([]);
    expect(log.lines).toHaveLength(5);
  });

  it('comes out in one order, whatever order the papers came in and however often', () => {
    const { papers } = twoAtWork();
    const wanted = merge(papers).lines.map(({ id }) => id);
    fc.assert(fc.property(shuffled(papers), fc.array(fc.constantFrom(...papers)), (some, again) => {
      expect(merge([...some, ...again]).lines.map(({ id }) => id)).toEqual(wanted);
    }));
  });

  it('keeps each session’s own lines in the order they were written', () => {
    const ana = merge(twoAtWork().papers).lines.filter(({ line }) => line.who === 'Ana');
    expect(ana.map(({ line }) => line.act)).toEqual(['unlock', 'open', 'close']);
  });

  it('notices any one line that is taken out, save the very last, which no other names', () => {
    const { papers } = twoAtWork();
    for (let i = 0; i < papers.length - 1; i += 1) expect(kinds(papers.filter((_, at) => at !== i)), `line ${i}`).toContain('missing-line');
  });

  it('notices that the last line was taken out when this machine has seen it', () => {
    const { papers } = twoAtWork();
    expect(kinds(papers.slice(0, -1), { witnessed: [lineId(papers.at(-1))] })).toEqual(['lost-since']);
    expect(kinds(papers, { witnessed: headsOf(merge(papers).lines, 'norte') })).toEqual([]);
  });

  it('refuses a line that was changed, and misses it where others name it', () => {
    const { papers, first } = twoAtWork();
    const [original] = first;
    if (original?.content.kind !== 'line') throw new Error('no line');
    const forged = writeLine({ ...original.content.line, who: 'Otra' }, signKey);
    const { body } = JSON.parse(forged.json) as { body: string };
    const content = readContent({ body, by: signerOf(signKey), sig: '00'.repeat(64) });
    const changed = papers.map((paper) => (paper === original ? { ...paper, content } : paper));
    expect(kinds(changed)).toEqual(expect.arrayContaining(['bad-signature', 'missing-line']));
    expect(merge(changed).lines.map(({ line }) => line.who)).not.toContain('Otra');
  });

  it('never acts on a line whose signer it does not know, and says so', () => {
    const stranger = new Operator('Nadie', 'norte', otherSignKey);
    const papers = stranger.write({ act: 'close', ...about(1) });
    const log = merge(papers);
    expect(log.problems).toEqual([{ kind: 'unknown-signer', what: signerOf(otherSignKey), count: 1 }]);
    expect(log.strange).toHaveLength(1);
    expect(caseFile(log, tipId(1), anEntry(1)).state).toBe('new');
  });

  it('does not take a line of another desk, or one filed under a tip', () => {
    const [paper] = new Operator('Ana').write({ act: 'unlock' });
    if (paper === undefined) throw new Error('no line');
    expect(kinds([{ ...paper, desk: 'sur' }])).toEqual(['wrong-place']);
    expect(kinds([{ ...paper, tip: tipId(3) }])).toEqual(['wrong-place']);
  });

  it('counts papers that no key opens, of this desk only', () => {
    const unreadable: PaperContent = { kind: 'unreadable' };
    expect(merge([{ tip: NO_TIP, desk: 'norte', content: unreadable }]).problems).toEqual([{ kind: 'unreadable', what: '', count: 1 }]);
    expect(kinds([{ tip: tipId(1), desk: 'sur', content: unreadable }])).toEqual([]);
  });

  it('shows a gap in a session’s numbers', () => {
    const ana = new Operator('Ana');
    ana.write({ act: 'unlock' });
    expect(kinds(ana.write({ act: 'lock' }))).toEqual(expect.arrayContaining(['gap', 'missing-line']));
  });

  it('reads anything at all without an exception', () => {
    fc.assert(fc.property(fc.anything(), (value) => void readContent(value)));
    fc.assert(fc.property(fc.record({ body: fc.json(), by: fc.string(), sig: fc.string() }), (value) => {
      expect(readContent(value).kind).toBe('unreadable');
    }));
  });

  it('reads the logs of every desk at the national one, each whole', () => {
    const [norte, sur] = [new Operator('Ana'), new Operator('Sara', 'sur')];
    const papers = [...norte.write({ act: 'unlock' }), ...sur.write({ act: 'unlock' }, NOON - 60_000), ...norte.write({ act: 'lock' }, NOON + 60_000)];
    const log = merge(papers, { own: null });
    expect(log.problems).toEqual([]);
    expect(log.lines.map(({ line }) => line.who)).toEqual(['Sara', 'Ana', 'Ana']);
  });
});

describe('what a desk wrote about a tip', () => {
  const note = (tip: number, text: string) => ({ tip: tipId(tip), words: { type: 'note', text } as const });
  const decide = (choices: string[]) => ({ tip: tipId(1), words: { type: 'decision', decision: { about: 'risk', choices, reason: 'porque sí' } } as const });

  it('keeps the words with the tip, and only their hash in the line', () => {
    const papers = new Operator('Ana').write({ act: 'note', ...about(1) }, NOON, note(1, 'palabras secretas'));
    const line = papers.find(({ content }) => content.kind === 'line');
    expect(JSON.stringify(line)).not.toContain('palabras');
    expect(caseFile(merge(papers), tipId(1), anEntry(1)).notes).toEqual([expect.objectContaining({ text: 'palabras secretas', who: 'Ana', known: true })]);
  });

  it('misses a note that vanished while its tip is there, and not when the tip was deleted', () => {
    const papers = new Operator('Ana').write({ act: 'note', ...about(1) }, NOON, note(1, 'x')).filter(({ content }) => content.kind === 'line');
    expect(kinds(papers, { tips: new Set([tipId(1)]) })).toEqual(['missing-detail']);
    expect(kinds(papers)).toEqual([]);
  });

  it('lets the last decision stand and keeps the earlier ones', () => {
    const ana = new Operator('Ana');
    const papers = [...ana.write({ act: 'decide', ...about(1) }, NOON, decide(['high'])), ...ana.write({ act: 'decide', ...about(1) }, NOON, decide(['low']))];
    const { decisions, clashes } = caseFile(merge(papers), tipId(1), anEntry(1));
    expect(standing(decisions.risk)?.decision.choices).toEqual(['low']);
    expect(decisions.risk).toHaveLength(2);
    expect(clashes).toEqual([]);
  });

  it('says when two people decided at once, and loses neither', () => {
    const [ana, beto] = [new Operator('Ana'), new Operator('Beto')];
    const papers = [...ana.write({ act: 'decide', ...about(1) }, NOON, decide(['high'])), ...beto.write({ act: 'decide', ...about(1) }, NOON, decide(['low']))];
    const { decisions, clashes } = caseFile(merge(papers), tipId(1), anEntry(1));
    expect(decisions.risk).toHaveLength(2);
    expect(clashes).toEqual(['risk']);
  });

  it('shows what another desk handed over, and whether its signature is known', () => {
    const papers = new Operator('Sara', 'sur', otherSignKey).write({ act: 'route', ...about(1) }, NOON, { tip: tipId(1), words: { type: 'handover', text: 'Es urgente' } });
    const handed = papers.filter(({ content }) => content.kind === 'detail');
    expect(caseFile(merge(handed), tipId(1), anEntry(1)).handovers).toEqual([{ text: 'Es urgente', who: 'Sara', desk: 'sur', at: '2026-11-24T12:00Z', known: false }]);
    expect(kinds(handed)).toEqual([]);
  });

  it('knows its state: new, opened, written to again, answered, closed, reopened', () => {
    const ana = new Operator('Ana');
    const papers: LogPaper[] = [];
    const state = (more = {}): string => caseFile(merge(papers), tipId(1), anEntry(1, more)).state;
    expect(state()).toBe('new');
    papers.push(...ana.write({ act: 'cannot-open', ...about(1), word: 'no-key' }));
    expect(state()).toBe('cannot-open');
    papers.push(...ana.write({ act: 'open', ...about(1), facts: facts() }));
    expect(state()).toBe('opened');
    expect(state({ followUps: 1 })).toBe('wrote-again');
    expect(state({ repliedHour: NOON / 3_600_000 })).toBe('answered');
    papers.push(...ana.write({ act: 'close', ...about(1) }));
    expect(state()).toBe('closed');
    papers.push(...ana.write({ act: 'reopen', ...about(1) }));
    expect(state()).toBe('opened');
  });
});
