import { wholeQuestion } from './gift.ts';
import type { Item, Quiz } from './quiz.ts';

/** Text inside an element; characters that XML 1.0 forbids are left out. */
// eslint-disable-next-line no-control-regex -- these are the forbidden ones
export const escapeXml = (text: string): string => text.replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const text = (tag: string, content: string, attributes = ' format="plain_text"'): string => `<${tag}${attributes}><text>${escapeXml(content)}</text></${tag}>`;

/** A set in Moodle XML (Moodle docs, «Moodle XML format»): a category, then one multichoice question an item, options in the order of the paper cards. */
export function moodleXml({ title, items }: Pick<Quiz, 'title' | 'items'>): string {
  const question = (item: Item): string =>
    [
      '<question type="multichoice">',
      text('name', item.id, ''),
      text('questiontext', wholeQuestion(item)),
      text('generalfeedback', item.talk),
      '<defaultgrade>1.0000000</defaultgrade><penalty>0.0000000</penalty><hidden>0</hidden>',
      '<single>true</single><shuffleanswers>false</shuffleanswers><answernumbering>ABCD</answernumbering>',
      ...item.options.map((option, i) => `<answer fraction="${i === item.right ? 100 : 0}" format="plain_text"><text>${escapeXml(option.text)}</text>${text('feedback', option.feedback)}</answer>`),
      '</question>',
    ].join('\n');
  return ['<?xml version="1.0" encoding="UTF-8"?>', '<quiz>', `<question type="category">${text('category', `$course$/Sin Trampa/${title.replaceAll('/', '-')}`, '')}</question>`, ...items.map(question), '</quiz>', ''].join('\n');
}
