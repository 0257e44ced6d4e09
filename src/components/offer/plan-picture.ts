import { wrap, type PlanLine } from '#domain/plan/card.ts';
import { element } from './dom.ts';

const WIDTH = 1080;
const MARGIN = 72;
const VOICE = 'system-ui, -apple-system, Roboto, Arial, sans-serif';

/** How each kind of line is drawn: font, height of a line and space above, in pixels. */
const STYLES = {
  title: { font: `700 64px ${VOICE}`, step: 80, above: 0, ink: '#17121f' },
  label: { font: `600 32px ${VOICE}`, step: 42, above: 30, ink: '#54495f' },
  value: { font: `400 44px ${VOICE}`, step: 56, above: 0, ink: '#17121f' },
  foot: { font: `700 36px ${VOICE}`, step: 48, above: 48, ink: '#17121f' },
} as const;

/** The plan card as a PNG, drawn on this phone: black on white, only what was filled in, as tall as it needs. */
export async function drawCard(lines: readonly PlanLine[], words: { readonly title: string; readonly foot: string }): Promise<Blob> {
  const canvas = element('canvas', { width: WIDTH });
  const brush = canvas.getContext('2d');
  if (brush === null) throw new Error('This browser draws no canvas.');
  const set = (style: keyof typeof STYLES, text: string): { style: keyof typeof STYLES; text: string }[] => {
    brush.font = STYLES[style].font;
    return wrap(text, (line) => brush.measureText(line).width <= WIDTH - 2 * MARGIN).map((part) => ({ style, text: part }));
  };
  const filled = lines.filter(({ value }) => value !== '');
  const rows = [...set('title', words.title), ...filled.flatMap(({ label, value }) => [...set('label', label), ...set('value', value)]), ...set('foot', words.foot)];
  // A wrapped label or foot has its space above once.
  const above = (index: number): number => (rows[index]?.style === rows[index - 1]?.style ? 0 : STYLES[rows[index]?.style ?? 'value'].above);
  canvas.height = 2 * MARGIN + rows.reduce((sum, { style }, index) => sum + STYLES[style].step + above(index), 0);
  brush.fillStyle = '#fff';
  brush.fillRect(0, 0, canvas.width, canvas.height);
  brush.strokeStyle = '#17121f';
  brush.lineWidth = 8;
  brush.strokeRect(24, 24, canvas.width - 48, canvas.height - 48);
  brush.textBaseline = 'top';
  let at = MARGIN;
  rows.forEach(({ style, text }, index) => {
    at += above(index);
    brush.font = STYLES[style].font;
    brush.fillStyle = STYLES[style].ink;
    brush.fillText(text, MARGIN, at);
    at += STYLES[style].step;
  });
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob === null ? reject(new Error('No picture came out.')) : resolve(blob)), 'image/png'));
}
