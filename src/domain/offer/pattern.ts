/**
 * The small language in which signs are written (content/warning-signs/*.yaml):
 *
 *   te presto          these words, one after the other (spelled as they sound)
 *   descuent*          any word that begins so
 *   *ando              any word that ends so
 *   @pasaje            any word or phrase of that list (content/offer/words-*.yaml)
 *   <dinero>           an amount; also <edad> <horas> <telefono> <enlace> …
 *   (a | b c)          either
 *   [de]               may be missing
 *   .                  any one word
 *   ..4                up to four words between, in the same sentence
 *   a ~4 b             a and b in either order, up to four words apart
 */
export type Pattern =
  | { type: 'word'; word: string }
  | { type: 'stem'; stem: string }
  | { type: 'ending'; ending: string }
  | { type: 'list'; name: string }
  | { type: 'class'; name: string }
  | { type: 'any' }
  | { type: 'gap'; upTo: number }
  | { type: 'maybe'; of: Pattern }
  | { type: 'either'; of: Pattern[] }
  | { type: 'row'; of: Pattern[] };

/** No gap may be longer: what stands further apart is no longer one thing said. */
export const MAX_GAP = 12;

/** Reads one pattern. Throws an `Error` with a sentence for the editor when it is not well formed. */
export function parsePattern(source: string): Pattern {
  const pieces = source.match(/[()[\]|]|[^\s()[\]|]+/g) ?? [];
  let i = 0;
  const fail = (why: string): never => {
    throw new Error(`La pista «${source}» no se entiende: ${why}.`);
  };

  function either(): Pattern {
    const options = [row()];
    while (pieces[i] === '|') {
      i++;
      options.push(row());
    }
    return options.length === 1 ? (options[0] as Pattern) : { type: 'either', of: options };
  }

  function row(): Pattern {
    const before: Pattern[] = [];
    let current = before;
    const after: Pattern[] = [];
    let apart = -1;
    while (i < pieces.length && pieces[i] !== ')' && pieces[i] !== ']' && pieces[i] !== '|') {
      const near = /^~(\d{1,2})$/.exec(pieces[i] as string);
      if (near) {
        if (apart >= 0) fail('solo puede haber un ~N en cada parte');
        apart = Number(near[1]);
        if (apart > MAX_GAP) fail(`~${apart} es demasiado lejos, el máximo es ${MAX_GAP}`);
        current = after;
        i++;
      } else current.push(term());
    }
    if (before.length === 0 || (apart >= 0 && after.length === 0)) fail('falta una palabra');
    if (apart < 0) return before.length === 1 ? (before[0] as Pattern) : { type: 'row', of: before };
    const gap: Pattern = { type: 'gap', upTo: apart };
    return { type: 'either', of: [{ type: 'row', of: [...before, gap, ...after] }, { type: 'row', of: [...after, gap, ...before] }] };
  }

  function term(): Pattern {
    const piece = pieces[i++] as string;
    if (piece === '(' || piece === '[') {
      const inner = either();
      if (pieces[i++] !== (piece === '(' ? ')' : ']')) fail('falta cerrar un paréntesis');
      return piece === '(' ? inner : { type: 'maybe', of: inner };
    }
    if (piece === '.') return { type: 'any' };
    const gap = /^\.\.(\d{1,2})$/.exec(piece);
    if (gap) {
      if (Number(gap[1]) > MAX_GAP) fail(`${piece} es demasiado lejos, el máximo es ${MAX_GAP}`);
      return { type: 'gap', upTo: Number(gap[1]) };
    }
    if (/^@[\p{Ll}\d_-]+$/u.test(piece)) return { type: 'list', name: piece.slice(1) };
    if (/^<[\p{Ll}_-]+>$/u.test(piece)) return { type: 'class', name: piece };
    if (/^[^*@<>~]{2,}\*$/u.test(piece)) return { type: 'stem', stem: piece.slice(0, -1) };
    if (/^\*[^*@<>~]{3,}$/u.test(piece)) return { type: 'ending', ending: piece.slice(1) };
    if (/[*@<>~\]]/.test(piece)) fail(`«${piece}» no es una palabra`);
    return { type: 'word', word: piece };
  }

  const pattern = either();
  if (i < pieces.length) fail('sobra un paréntesis');
  if (beginsOpen(pattern)) fail('debe empezar por una palabra, no por un hueco');
  return pattern;
}

/** A pattern that begins with a gap could begin anywhere. */
function beginsOpen(pattern: Pattern): boolean {
  if (pattern.type === 'row') return beginsOpen(pattern.of[0] as Pattern);
  if (pattern.type === 'either') return pattern.of.some(beginsOpen);
  return pattern.type === 'gap' || pattern.type === 'any' || (pattern.type === 'maybe' && beginsOpen(pattern.of));
}
