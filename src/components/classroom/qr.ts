import { qrPath } from '#domain/qr-path.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** A text as a QR code, dark on white in every scheme, because cameras want it so. `label` says what it is. */
export function qrPicture(text: string, label: string): SVGSVGElement {
  const { size, dark } = qrPath(text);
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', `0 0 ${size} ${size}`);
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', label);
  svg.setAttribute('shape-rendering', 'crispEdges');
  for (const [d, fill] of [[`M0 0h${size}v${size}H0z`, '#fff'], [dark, '#000']] as const) {
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('d', d);
    path.setAttribute('fill', fill);
    svg.append(path);
  }
  return svg;
}
