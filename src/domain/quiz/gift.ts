import type { Item, Quiz } from './quiz.ts';

/** What GIFT reads as its own signs, and the colon, must be marked (Moodle docs, «GIFT format»). */
const escape = (text: string): string => text.replaceAll(/[\\~=#{}:]/g, '\\$&').replaceAll('\n', '\\n');

/** The text of a question as a platform shows it: the scene, an empty line, the question. */
export const wholeQuestion = ({ scene, question }: Pick<Item, 'scene' | 'question'>): string => (scene === undefined ? question : `${scene}\n\n${question}`);

/** A set in Moodle's GIFT: one right answer an item, a feedback for each option, the talk as general feedback. Items are parted by an empty line. */
export function gift({ title, items }: Pick<Quiz, 'title' | 'items'>): string {
  const question = (item: Item): string => {
    const options = item.options.map(({ text, feedback }, i) => `\t${i === item.right ? '=' : '~'}${escape(text)}#${escape(feedback)}`);
    return [`::${escape(item.id)}::${escape(wholeQuestion(item))} {`, ...options, `\t####${escape(item.talk)}`, '}'].join('\n');
  };
  return `${[`// ${title}`, ...items.map(question)].join('\n\n')}\n`;
}
