/** A way of writing that a story must not use, and why. */
interface Refused {
  readonly pattern: RegExp;
  readonly reason: string;
}

/**
 * What would turn a story into a scare, a verdict or a lecture. Rules: prevention-evidence.md c2 and c3
 * (no fear, no blame, «explotación sexual»), and only three phone numbers, which the directory carries.
 */
const refused: readonly Refused[] = [
  { pattern: /\bprostitu\w*/iu, reason: 'say «explotación sexual»: nobody who is trafficked prostitutes herself' },
  { pattern: /\b(no )?(eres|fuiste|has sido) (una )?v[ií]ctima/iu, reason: 'no page says what a person is' },
  { pattern: /\b(oferta|trabajo)s? (es |parece |100 ?% )?segur[oa]s?\b/iu, reason: 'no offer is called «segura»; say what was checked' },
  { pattern: /(?<!\bno (es|fue) )\btu culpa\b|\bculpables?\b|\b(debiste|hubieras|te lo dije|ingenu\w+|tont[oa]s?|ca[ií]ste|te dejaste)\b/iu, reason: 'it blames the person for what others did' },
  { pattern: /\b(esclav\w*|cadenas?|golp\w+|viola\w*|sangre|matar\w*|morir|muert\w*|tortura\w*|horror\w*|moret\w+)\b/iu, reason: 'fear does not teach, and no scene is graphic' },
  { pattern: /\bno te deportan\b|\bCPP\b|\b1884\b|\b0800\b/iu, reason: 'outdated, unsourced or dead' },
  { pattern: /\+?\d[\d -]{6,}\d/u, reason: 'a story prints no phone but 105, 1818 and 100' },
];

const CALLS = new Set(['105', '1818', '100']);

/** What a text must not say: one sentence for each refused wording; empty when the text may stand. */
export function refusals(text: string): string[] {
  const words = refused.flatMap(({ pattern, reason }) => {
    const found = pattern.exec(text)?.[0];
    return found === undefined ? [] : [`Do not write «${found}»: ${reason}.`];
  });
  const calls = [...text.matchAll(/\b(?:al|línea) (\d{3,4})\b/giu)].flatMap(([, number = '']) => (CALLS.has(number) ? [] : [`Do not print «${number}»: a story names 105, 1818 and 100 only.`]));
  return [...words, ...calls];
}
