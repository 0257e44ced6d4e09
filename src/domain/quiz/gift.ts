import type { TakenItem, TakenSet } from './quiz.ts';

/** What GIFT reads as its own signs, and the colon, must be marked (Moodle docs, «GIFT format»). */
const escape = (text: string): string => text.replaceAll(/[\\~=#{}:]/g, '\\$&').replaceAll('\n', '\\n');

/** A text as text: what could be read as HTML, or as the name of a format, is told apart by Moodle's own sign. */
const plain = (text: string): string => `${/[<&]|^\s*\[/.test(text) ? '[plain]' : ''}${escape(text)}`;

/** The text of a question as a platform shows it: the scene, an empty line, the question. */
export const wholeQuestion = ({ scene, question }: Pick<TakenItem, 'scene' | 'question'>): string => (scene === undefined ? question : `${scene}\n\n${question}`);

/** A set in Moodle's GIFT: one right answer an item, a feedback for each option, the talk as general feedback. Items are parted by an empty line. */
export function gift({ title, items }: Pick<TakenSet, 'title' | 'items'>): string {
  const question = (item: TakenItem): string => {
    const options = item.options.map(({ text, feedback }, i) => `\t${i === item.right ? '=' : '~'}${plain(text)}#${plain(feedback)}`);
    return [`::${escape(item.id)}::${plain(wholeQuestion(item))} {`, ...options, ...(item.talk === undefined ? [] : [`\t####${plain(item.talk)}`]), '}'].join('\n');
  };
  return `${[`// ${title.replaceAll('\n', ' ')}`, ...items.map(question)].join('\n\n')}\n`;
}
