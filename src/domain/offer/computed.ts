import type { TooMuch } from './book.ts';
import type { Measured } from './quantity.ts';
import type { COMPUTED } from './sign.ts';

export type ComputedName = (typeof COMPUTED)[number];

/** What the computed signs look at: the recruiter's tokens, and where each fact and list was found. */
export interface Reading {
  tokens: readonly Measured[];
  /** Token ranges of a list or fact of content/offer/words-*.yaml. */
  of(name: string): readonly { from: number; to: number }[];
  tooMuch: TooMuch;
}

/** The tokens that show it; `[]` when it holds because something is missing; `null` when it does not hold. */
type Finding = readonly { from: number; to: number }[] | null;

const has = (reading: Reading, name: string): boolean => reading.of(name).length > 0;

/** Pay far above what a task without trade or experience earns (content/offer/pay.yaml). */
function payTooHigh({ tokens, of, tooMuch }: Reading): Finding {
  const skilled = of('calificado').length > 0 || of('experiencia-pedida').length > of('sin-experiencia').length;
  if (skilled) return null;
  const found: { from: number; to: number }[] = [];
  tokens.forEach(({ quantity: q }, i) => {
    if (q?.of !== 'money' || q.period === 'piece') return;
    const limits = tooMuch[q.currency];
    // Without a period, an amount in the range of wages is read as a month's.
    const limit = q.period === 'unknown' ? limits.month : limits[q.period];
    if (q.max >= limit) found.push({ from: i, to: i + 1 });
  });
  return found.length > 0 ? found : null;
}

/** «Restaurante El Sabor»: a business followed by a name of its own. */
function namedBusiness({ tokens, of }: Reading): { from: number; to: number }[] {
  if (of('negocio').length === 0) return [];
  const shouting = tokens.filter((t) => t.capital).length > tokens.length * 0.6;
  if (shouting) return [];
  const places = new Set([...of('ciudades'), ...of('paises'), ...of('mina')].map((m) => m.from));
  return of('negocio').flatMap(({ from, to }) => {
    let next = to;
    const near = (i: number): boolean => tokens[i]?.clause === tokens[from]?.clause || (tokens[i]?.start ?? 0) - (tokens[i - 1]?.end ?? 0) <= 2;
    while (next < to + 2 && /^(el|la|los|las|don|dona|san|santa|de|del)$/.test(tokens[next]?.word ?? '') && !(tokens[next]?.capital ?? false)) {
      if (/^(de|del)$/.test(tokens[next]?.word ?? '') && !/^(don|dona|el|la)$/.test(tokens[next + 1]?.word ?? '')) return [];
      next++;
    }
    const name = tokens[next];
    return name?.capital && near(next) && !places.has(next) && name.sentence === tokens[from]?.sentence ? [{ from, to: next + 1 }] : [];
  });
}

const named = (reading: Reading) => [
  ...reading.of('nombre-formal'), ...reading.of('oficial'), ...reading.of('correo-web').filter((m) => !freeLink(reading.tokens[m.from])), ...namedBusiness(reading),
  ...reading.of('marca'),
];

function freeLink(token: Measured | undefined): boolean {
  return /@(gmail|hotmail|outlook|yahoo|live)\.|^(https?:\/\/)?(wa\.me|bit\.ly|t\.me|cutt\.ly|tinyurl|forms\.gle|chat\.whatsapp)/.test(token?.word ?? '');
}

const COMPUTE: Record<ComputedName, (reading: Reading) => Finding> = {
  'pay-too-high': payTooHigh,
  'no-employer-named': (r) => (named(r).length === 0 && !has(r, 'direccion') ? [] : null),
  'employer-named': (r) => {
    const found = named(r);
    return found.length > 0 ? found : null;
  },
  'only-a-chat': (r) => {
    if (has(r, 'solo-mensaje')) return r.of('solo-mensaje');
    const elsewhere = has(r, 'direccion') || has(r, 'oficial') || r.of('correo-web').some((m) => !freeLink(r.tokens[m.from]));
    return has(r, 'chat') && !elsewhere ? r.of('chat') : null;
  },
  'brand-with-odd-contact': (r) => {
    const brands = [...r.of('marca'), ...r.of('institucion')];
    if (brands.length === 0) return null;
    const odd = r.of('correo-web').some((m) => freeLink(r.tokens[m.from])) || has(r, 'desde-fuera') || r.tokens.some((t) => t.word === 'telegram');
    return odd && !r.tokens.some((t) => t.kind === 'link' && /\.gob\.|\.gov/.test(t.word)) ? brands : null;
  },
  'pay-and-hours-clear': (r) => (has(r, 'pago-claro') && has(r, 'horario-claro') ? [...r.of('pago-claro'), ...r.of('horario-claro')] : null),
};

export function compute(name: ComputedName, reading: Reading): Finding {
  return COMPUTE[name](reading);
}
