/** A script without its comment lines and indentation. Shared by the page that prints it and the policy that hashes it. */
export function squeeze(source: string): string {
  return source.replaceAll(/^\s*\/\/.*$/gm, '').replaceAll(/\n\s*/g, '\n').trim();
}
