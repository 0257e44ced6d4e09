import type { Region } from '#domain/region.ts';
import { escapeMarkup } from '#domain/text.ts';

/** A department as a path, in the drawing of content/places/departments.yaml (303 × 445). */
export interface DepartmentShape {
  readonly region: Pick<Region, 'id' | 'name'>;
  readonly path: string;
}

/** Regions too small or too narrow for their name: it stands in the sea beside them, or below. */
const BESIDE: Readonly<Record<string, readonly [x: number, y: number]>> = { tumbes: [10, 84], lambayeque: [32, 148], callao: [98, 296], moquegua: [186, 424], tacna: [232, 456] };

/** Where a department's name goes: the middle of its shape, or beside it; `end` when the text ends there. */
export function labelPlace({ region, path }: DepartmentShape): { readonly x: number; readonly y: number; readonly end: boolean } {
  const beside = BESIDE[region.id];
  if (beside !== undefined) return { x: beside[0], y: beside[1], end: true };
  const numbers = (path.slice(1).split('z')[0] ?? '').split(' ').map(Number);
  let area = 0;
  let x = 0;
  let y = 0;
  for (let at = 0; at < numbers.length; at += 2) {
    const [ax = 0, ay = 0, bx = numbers[0] ?? 0, by = numbers[1] ?? 0] = numbers.slice(at, at + 4);
    const cross = ax * by - bx * ay;
    area += cross / 2;
    x += (ax + bx) * cross;
    y += (ay + by) * cross;
  }
  return { x: Math.round(x / (6 * area)), y: Math.round(y / (6 * area)) + 3, end: false };
}

/** Wide and high enough for a finger at 390 px, where a unit of the drawing is about a pixel. */
const TOUCH = { width: 60, height: 46 } as const;

/** Where a finger may press beside a region too small for one: around its name, in the sea. Undefined for the others. */
export function touchBox({ region }: DepartmentShape): { readonly x: number; readonly y: number; readonly width: number; readonly height: number } | undefined {
  const beside = BESIDE[region.id];
  return beside === undefined ? undefined : { x: beside[0] + 4 - TOUCH.width, y: beside[1] - 3 - TOUCH.height / 2, ...TOUCH };
}

/** Room at the left and below for the names that stand in the sea. */
export const mapFrame = '-50 0 355 480';

/** The map of Peru's departments as an SVG document whose shapes are links. No style attribute: the policy forbids them. */
export function departmentSvg(shapes: readonly DepartmentShape[], label: string): string {
  const links = shapes.map((shape) => {
    const { region, path } = shape;
    const box = touchBox(shape);
    const touch = box === undefined ? '' : `<rect x="${box.x}" y="${box.y}" width="${box.width}" height="${box.height}" fill-opacity="0" stroke="none"/>`;
    return `<a href="/ayuda/region/${region.id}/"><title>${escapeMarkup(region.name)}</title>${touch}<path d="${path}"/></a>`;
  });
  const names = shapes.map((shape) => {
    const { x, y, end } = labelPlace(shape);
    return `<text x="${x}" y="${y}"${end ? ' text-anchor="end"' : ''}>${escapeMarkup(shape.region.name)}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${mapFrame}" fill="#fff" stroke="#140f1c" stroke-linejoin="round"><title>${escapeMarkup(label)}</title>${links.join('')}<g stroke="none" fill="#140f1c" font-family="sans-serif" font-size="8" text-anchor="middle" pointer-events="none">${names.join('')}</g></svg>`;
}
