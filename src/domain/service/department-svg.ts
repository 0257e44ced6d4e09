import type { Region } from '#domain/region.ts';

/** A department as a path, in the drawing of content/places/departments.yaml (303 × 445). */
export interface DepartmentShape {
  readonly region: Pick<Region, 'id' | 'name'>;
  readonly path: string;
}

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** The map of Peru's departments as an SVG document whose shapes are links. No style attribute: the policy forbids them. */
export function departmentSvg(shapes: readonly DepartmentShape[], label: string): string {
  const links = shapes.map(({ region, path }) => `<a href="/ayuda/region/${region.id}/"><title>${escape(region.name)}</title><path d="${path}"/></a>`);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 303 445" fill="#fff" stroke="#140f1c" stroke-linejoin="round"><title>${escape(label)}</title>${links.join('')}</svg>`;
}
