/** A way of writing that a self-check must not use, and why. */
interface Refused {
  readonly pattern: RegExp;
  readonly reason: string;
}

/**
 * Words that would turn a private self-check into a verdict, a score, a scare or a false promise.
 * Source of the rules: shared/research/educators-directory-offline.md 1.5 (never a label, level or
 * percentage about the person), prevention-evidence.md c2 and c3 (no fear, no blame, «explotación
 * sexual»), and the five corrections of article-facts-ways-out-rights-officials.md.
 */
const refused: readonly Refused[] = [
  { pattern: /\bv[ií]ctimas?\b/iu, reason: 'it is a label; say what happens and what the person can do' },
  { pattern: /\b(eres|est[aá]s siendo|has sido|fuiste|te volviste)\b/iu, reason: 'it is a verdict about the person; speak of the situation («pasa», «te piden»)' },
  { pattern: /\b(puntajes?|puntuaci[oó]n|puntos|notas? final|porcentajes?|por ciento|resultados?)\b|%/iu, reason: 'a self-check has no score; a short screening is wrong about nearly everyone' },
  { pattern: /\b(riesgo|peligro|nivel) (muy )?(alto|medio|bajo|grave|leve)\b|\b(alto|medio|bajo|mucho|poco) riesgo\b|\bnivel(es)?\b/iu, reason: 'a self-check has no level' },
  { pattern: /\b(diagn[oó]stico|aprobaste|desaprobaste|fallaste|correct[oa]|incorrect[oa])\b/iu, reason: 'nothing is diagnosed or marked here' },
  { pattern: /\bsegur[oa]s?\b/iu, reason: 'nobody can promise that an offer or a person is «segura»; say what can be checked' },
  { pattern: /(?<!\bno (es|fue) )\btu culpa\b|\bculpables?\b/iu, reason: 'it blames; only «no es tu culpa» may stand' },
  { pattern: /\b(debiste|hubieras|ingenu[oa]s?|tont[oa]s?|ca[ií]ste|te dejaste|te lo dije)\b/iu, reason: 'it blames the person for what others did' },
  { pattern: /\b(prostitu\w*|esclav\w*|cadenas?|golpes?|viola\w*|matar|morir|muerte|tortura\w*|horror\w*)\b/iu, reason: 'it scares or wounds; say «explotación sexual», and what to do' },
  { pattern: /\b(roj[oa]|amarill[oa]|sem[aá]foro)\b/iu, reason: 'no colour says anything about a person' },
  { pattern: /\bno te deportan\b|\bcarn[eé] CPP\b|\b168-B\b|\b1884\b|\b24 horas\b/iu, reason: 'it is on the list of corrections: outdated, unsourced or not confirmed' },
];

/**
 * Finds what a self-check must not say.
 * In: a text in Spanish. Out: one sentence for each refused wording, naming it and the reason; empty when the text may stand.
 */
export function refusals(text: string): string[] {
  return refused.flatMap(({ pattern, reason }) => {
    const found = pattern.exec(text)?.[0];
    return found === undefined ? [] : [`Do not write «${found}» in a self-check: ${reason}.`];
  });
}
