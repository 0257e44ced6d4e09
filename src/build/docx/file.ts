import { Document, LineRuleType, Packer, type FileChild } from 'docx';
import { strFromU8, unzipSync } from 'fflate';
import { zipTexts } from '../zip.ts';

/** A4 and its margins, in twentieths of a point; what is left across is `WIDTH`. */
const PAGE = { size: { width: 11906, height: 16838 }, margin: { top: 900, bottom: 900, left: 1050, right: 1050 } };
export const WIDTH = 9806;
/** A little more than single: the rule must be said, or a heading of two lines prints over itself. */
const LINES = { line: 259, lineRule: LineRuleType.AUTO };

/**
 * A document on A4 that a teacher can edit; the same content makes the same bytes: the library writes the
 * moment of writing into docProps/core.xml and into the zip, and both are put back to `day` (ISO). `size` is the text's, in half points.
 */
export async function docxFile(title: string, day: string, children: readonly FileChild[], size = 21): Promise<Uint8Array<ArrayBuffer>> {
  const document = new Document({
    title,
    creator: 'Sin Trampa',
    lastModifiedBy: 'Sin Trampa',
    styles: {
      default: {
        document: { run: { font: 'Arial', size, language: { value: 'es-PE' } }, paragraph: { spacing: LINES } },
        heading1: { run: { size: 38, bold: true }, paragraph: { spacing: { ...LINES, after: 120 } } },
        heading2: { run: { size: 25, bold: true }, paragraph: { spacing: { ...LINES, before: 220, after: 70 } } },
      },
    },
    sections: [{ properties: { page: PAGE }, children }],
  });
  const parts = unzipSync(new Uint8Array(await Packer.toBuffer(document)));
  const fixed = (text: string) => text.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${day}T00:00:00Z`);
  return zipTexts(Object.fromEntries(Object.entries(parts).filter(([path]) => !path.endsWith('/')).map(([path, bytes]) => [path, fixed(strFromU8(bytes))])));
}
