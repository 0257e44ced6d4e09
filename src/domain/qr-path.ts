import { encode } from 'uqr';

/** A text as a QR code: the side of its square in modules, quiet edge included, and the dark ones as one SVG path. */
export function qrPath(text: string): { readonly size: number; readonly dark: string } {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  return { size, dark: data.flatMap((line, y) => line.map((on, x) => (on ? `M${x} ${y}h1v1h-1z` : ''))).join('') };
}
