/**
 * What a person takes from a self-check. No import here but types: this file also runs in the
 * browser, and must stay small.
 */

/** The four things a person can do with a question. `saltar` is always fine and leaves no trace. */
export type Answer = 'si' | 'no' | 'no-se' | 'saltar';
/** Answers that open a feedback. */
export const spoken = ['si', 'no', 'no-se'] as const satisfies readonly Answer[];
export type Spoken = (typeof spoken)[number];

/** The part of a self-check that the summary needs; the whole self-check fits it too. */
export interface SummaryItem {
  readonly id: string;
  readonly topic: string;
  /** Neutral name of the topic, as the end shows it: «Guardar el secreto». */
  readonly label: string;
  /** The answer that puts the topic on the person's own list. */
  readonly marks: 'si' | 'no';
  readonly options: Readonly<Record<Spoken, {
    readonly step: string;
    readonly ask?: string | undefined;
    readonly help?: readonly string[] | undefined;
  }>>;
}
export interface SummarySource {
  readonly items: readonly SummaryItem[];
  /** Help that closes every run, whatever was answered. */
  readonly help: readonly string[];
}

export interface MarkedTopic {
  readonly item: string;
  readonly topic: string;
  readonly label: string;
  /** The one step that goes with the answer given. */
  readonly step: string;
}

/** No number, no level, no verdict: only the person's own list and where to go with it. */
export interface Summary {
  readonly met: readonly MarkedTopic[];
  readonly unknown: readonly MarkedTopic[];
  readonly toAsk: readonly string[];
  /** People and lines: ids of services (`linea-1818`) and of persons (`persona-…`). */
  readonly whom: readonly string[];
  /** Pages of this site that help further. */
  readonly toRead: readonly string[];
}

/** True for a path of this site (`/ayuda/`); false for a service or a person. */
export const isPage = (help: string): boolean => help.startsWith('/');
/** True for someone near (`persona-adulta`). People come before lines: most talk to one first. */
export const isPerson = (help: string): boolean => help.startsWith('persona-');

/**
 * Gathers what the person marked. In: a self-check and the answers by item id (a missing answer
 * counts as skipped; ids that the self-check does not know are left aside). Out: topics marked and
 * unknown in the order of the questions, the questions to ask, whom to call and what to read, each once.
 * `whom` and `toRead` always hold the self-check's own help: nobody leaves without a person to go to. In `whom` people stand first, then the closing lines in the editor's order
 * (the one for danger now on top), then what the answers add.
 */
export function summarise(selfCheck: SummarySource, answers: Readonly<Record<string, Answer>>): Summary {
  const met: MarkedTopic[] = [];
  const unknown: MarkedTopic[] = [];
  const toAsk = new Set<string>();
  const help = new Set<string>();
  for (const item of selfCheck.items) {
    const answer = Object.hasOwn(answers, item.id) ? answers[item.id] : undefined;
    if (answer === undefined || answer === 'saltar') continue;
    const { step, ask, help: those = [] } = item.options[answer];
    const topic = { item: item.id, topic: item.topic, label: item.label, step };
    if (answer === 'no-se') unknown.push(topic);
    else if (answer === item.marks) met.push(topic);
    if (ask !== undefined) toAsk.add(ask);
    for (const each of those) help.add(each);
  }
  for (const each of selfCheck.help) help.add(each);
  const all = [...help];
  const lines = new Set([...selfCheck.help, ...all].filter((each) => !isPage(each) && !isPerson(each)));
  return { met, unknown, toAsk: [...toAsk], whom: [...all.filter(isPerson), ...lines], toRead: all.filter(isPage) };
}
