import { sentences } from '#domain/read-aloud/sentences.ts';

/** A sentence on the page: what is said, and where it stands. */
export interface Passage {
  readonly text: string;
  readonly range: Range;
  readonly block: Element;
}

/** What is read as a piece; `data-read` makes one of a button, or of a part of a line. */
const BLOCKS = 'h1,h2,h3,p,li,blockquote,[data-read]';
/** Marks of sources, what is hidden, and what names itself are not read. */
const SILENT = 'sup,[hidden],[data-no-read],read-aloud,share-bar,script,style,[aria-hidden=true]';

/** The text nodes of a block that are heard. */
function heard(block: Element): Text[] {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) if (node.parentElement?.closest(SILENT) === null) nodes.push(node as Text);
  return nodes;
}

/** Sentences of the innermost blocks under an element, in reading order. */
export function passagesOf(root: Element): Passage[] {
  return [...root.querySelectorAll(BLOCKS)]
    .filter((block) => block.querySelector(BLOCKS) === null && block.closest(SILENT) === null)
    .flatMap((block) => {
      const nodes = heard(block);
      const whole = nodes.map(({ data }) => data).join('');
      const place = (at: number): [Text, number] => {
        let rest = at;
        for (const node of nodes) {
          if (rest <= node.length) return [node, rest];
          rest -= node.length;
        }
        throw new RangeError(`${at}`);
      };
      return sentences(whole).map(({ start, end }) => {
        const range = new Range();
        range.setStart(...place(start));
        range.setEnd(...place(end));
        return { text: whole.slice(start, end).replaceAll(/\s+/g, ' '), range, block };
      });
    });
}
