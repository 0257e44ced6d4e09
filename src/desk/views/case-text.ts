import { standing, type CaseFile } from '#domain/desk/case.ts';
import { hourInPeru, minuteInPeru } from '#domain/desk/clock.ts';
import { DECISIONS } from '#domain/desk/decision.ts';
import type { FollowUp, Tip } from '#domain/tip/tip.ts';
import { fill } from '#domain/phrases.ts';
import { regionName, type Scene } from '../view.ts';
import { nameOf } from './decisions.ts';
import { actInWords } from './log.ts';

/** What a desk decided and noted, in plain words, newest decision only: it goes along when a tip changes desks. */
export function workText(scene: Scene, file: CaseFile): string {
  const { decide, notes } = scene.words;
  const decided = DECISIONS.flatMap((about) => {
    const now = standing(file.decisions[about]);
    const choices = now?.decision.choices.map((choice) => nameOf(scene, about, choice)).join(', ');
    return now === undefined ? [] : [`${decide.names[about]}: ${choices}. ${now.decision.reason} (${now.who}, ${minuteInPeru(now.at)})`];
  });
  const noted = [...file.handovers, ...file.notes].map(({ who, at, text }) => `${who}, ${minuteInPeru(at)}: ${text}`);
  return [...(decided.length > 0 ? [`${decide.title}:`, ...decided] : []), ...(noted.length > 0 ? [`${notes.title}:`, ...noted] : [])].join('\n');
}

/** A whole case in plain words: `caso.txt` of an export. */
export function caseText(scene: Scene, code: string, receivedHour: number, tip: Tip, followUps: readonly FollowUp[], file: CaseFile): string {
  const { tip: words, thread, log, list } = scene.words;
  const facts: readonly (readonly [string, string])[] = [
    [words.facts.what, tip.what], [words.facts.region, regionName(scene, tip.where.region)], [words.facts.place, tip.where.place],
    [words.facts.when, tip.when], [words.facts.atRisk, words.atRisk[tip.atRisk.now]], [words.facts.who, tip.atRisk.who],
    [words.facts.how, `${words.how[tip.how.kind]}. ${tip.how.words}`], [words.facts.language, tip.language],
  ];
  const said = [...followUps.map(({ text }) => `${thread.them}: ${text}`), ...file.replies.map(({ who, at, text }) => `${thread.us} (${who}, ${minuteInPeru(at)}): ${text}`)];
  return `${[
    fill(words.title, { code }),
    fill(list.received, { hour: hourInPeru(receivedHour) }),
    ...(tip.practice ? [words.practice] : []),
    ...facts.map(([name, text]) => `${name}: ${text.trim() === '' ? words.unsaid : text}`),
    ...(said.length > 0 ? [`${thread.title}:`, ...said] : []),
    workText(scene, file),
    `${log.history}:`,
    ...file.lines.map(({ line }) => `${minuteInPeru(line.at)} ${line.who}: ${actInWords(scene, line)}`),
  ].filter((part) => part !== '').join('\n\n')}\n`;
}
