import { learn, NO_WORD } from './lexicon.ts';
import type { Token } from './normalise.ts';

export type Currency = 'PEN' | 'USD' | 'EUR' | 'CLP' | 'COP' | 'BRL' | 'BOB' | 'unknown';
export type Period = 'hour' | 'day' | 'week' | 'fortnight' | 'month' | 'piece' | 'unknown';

/** What a number in an offer measures. Ages and hours are not pay; a phone is not an amount. */
export type Quantity =
  | { of: 'money'; min: number; max: number; currency: Currency; period: Period }
  | { of: 'age' | 'hours' | 'experience' | 'days' | 'distance' | 'percent'; min: number; max: number }
  | { of: 'phone'; abroad: boolean }
  | { of: 'ruc' | 'clock' | 'roster' };

export interface Measured extends Token {
  quantity?: Quantity;
}

const SMALL = Object.entries({
  dos: 2, tres: 3, cuatro: 4, cinco: 5, seis: 6, siete: 7, ocho: 8, nueve: 9, diez: 10, once: 11, doce: 12, trece: 13,
  catorce: 14, quince: 15, dieciseis: 16, diecisiete: 17, dieciocho: 18, diecinueve: 19, veinte: 20, veintiuno: 21,
  veintidos: 22, veinticinco: 25, treinta: 30, cuarenta: 40, cincuenta: 50, sesenta: 60, setenta: 70, ochenta: 80,
  noventa: 90, cien: 100, ciento: 100, doscientos: 200, trescientos: 300, cuatrocientos: 400, quinientos: 500,
  seiscientos: 600, setecientos: 700, ochocientos: 800, novecientos: 900,
});
for (const [word, value] of SMALL) learn(word).value = value;
for (const word of ['+', 'mil', ...SMALL.map(([named]) => named)]) learn(word).begins = true;
const AFTER: Record<string, Currency> = {
  soles: 'PEN', sol: 'PEN', lucas: 'PEN', luquitas: 'PEN', mangos: 'PEN', cocos: 'USD', dolares: 'USD', dolar: 'USD', usd: 'USD',
  verdes: 'USD', dollars: 'USD', bucks: 'USD', euros: 'EUR', eur: 'EUR', '€': 'EUR', clp: 'CLP', cop: 'COP', pesos: 'COP',
  reais: 'BRL', real: 'BRL', bs: 'BOB', bolivianos: 'BOB', pen: 'PEN', $: 'USD', pavos: 'EUR', palos: 'unknown', lks: 'PEN',
};
const PERIOD: [RegExp, Period][] = [
  [/^(mes|mensual|mensuales|month|monthly|mensal|sueldo|salario)$/, 'month'],
  [/^(quincena|quincenal|quincenales)$/, 'fortnight'],
  [/^(semana|semanal|semanales|weekly|week)$/, 'week'],
  [/^(dia|diari[oa]s?|noches?|jornal|turno|daily|day|night|noite)$/, 'day'],
  [/^(horas?|hour|hr|h)$/, 'hour'],
  [/^(ficha|cerveza|trago|botella|caja|jaba|kilo|servicio|cliente|tarea|like|video|viaje|encargo|pieza|baile|copa|saco|bandeja|salida|drink|task|balde|foto|m2|metro|persona)s?$|^kg$/, 'piece'],
];
const COUNTRY_PREFIX = /^(?:\+|00)(?!51)\d/;

/** The word at `i`; empty before the first and behind the last. */
const wordAt = (tokens: readonly Token[], i: number): string => tokens[i]?.word ?? '';
/** The number that the word at `i` names; 0 when none. */
const smallAt = (tokens: readonly Token[], i: number): number => tokens[i]?.known.value ?? 0;
const digitsOf = (t: Token | undefined): string => (t?.kind === 'number' ? t.word.replace(/\D/g, '') : '');

/** «2,500» and «2.500» are thousands, «1.5» is not. */
function valueOf(written: string): number {
  const parts = written.split(/[.,]/);
  const last = parts.at(-1) ?? '';
  if (parts.length > 1 && last.length !== 3) return Number(`${parts.slice(0, -1).join('')}.${last}`);
  return Number(parts.join(''));
}

interface Read {
  value: number;
  next: number;
  spelled: boolean;
}

/** Reads one number starting at token `i`: digits, words, «2 mil», «2k». */
function readNumber(tokens: readonly Token[], i: number): Read | null {
  const first = tokens[i];
  if (!first) return null;
  if (first.kind === 'number') {
    let value = valueOf(first.word);
    let next = i + 1;
    const group = tokens[next];
    // «2 000», «1 412»: a space between thousands.
    if (/^\d{1,3}$/.test(first.word) && group?.kind === 'number' && /^\d{3}$/.test(group.word) && group.start - first.end === 1) {
      value = value * 1000 + Number(group.word);
      next++;
    }
    const unit = wordAt(tokens, next);
    if (unit === 'mil' || unit === 'k') {
      value *= 1000;
      next++;
      const rest = readWords(tokens, next);
      if (rest && rest.value < 1000) return { value: value + rest.value, next: rest.next, spelled: false };
    } else if (unit === 'millones' || unit === 'millon' || unit === 'palos' || unit === 'm') {
      if (unit !== 'm') {
        value *= 1_000_000;
        next++;
      }
    }
    return { value, next, spelled: false };
  }
  return readWords(tokens, i);
}

function readWords(tokens: readonly Token[], i: number): Read | null {
  const first = wordAt(tokens, i);
  if (first !== 'mil' && smallAt(tokens, i) === 0) return null;
  let total = 0;
  let current = 0;
  let next = i;
  for (; next < tokens.length && next < i + 9; next++) {
    const word = wordAt(tokens, next);
    const small = smallAt(tokens, next);
    if (small > 0) current += small;
    else if (word === 'mil') {
      total += (current || 1) * 1000;
      current = 0;
    } else if ((word === 'millon' || word === 'millones') && next > i) {
      total += (current || 1) * 1_000_000;
      current = 0;
    } else if (!(word === 'y' && current >= 30 && current < 100 && smallAt(tokens, next + 1) > 0))
      break;
  }
  return next > i ? { value: total + current, next, spelled: true } : null;
}

/**
 * Joins the tokens of each quantity («S/ 2,500», «de 18 a 25 años», «12 horas»)
 * into one token that says what it measures. Everything else stays as it was.
 */
export function measure(tokens: readonly Token[]): Measured[] {
  const out: Measured[] = [];
  for (let i = 0; i < tokens.length; ) {
    const token = tokens[i] as Token;
    // Nine tokens in ten begin no quantity.
    const found = token.kind === 'number' || token.known.begins ? (rosterAt(tokens, i) ?? phoneAt(tokens, i) ?? amountAt(tokens, i, out)) : null;
    if (!found) {
      out.push(token);
      i++;
      continue;
    }
    const first = tokens[found.from ?? i] as Token;
    const last = tokens[found.next - 1] as Token;
    for (let back = i - (found.from ?? i); back > 0; back--) out.pop();
    out.push({ ...first, word: `<${found.quantity.of}>`, key: `<${found.quantity.of}>`, kind: 'number', end: last.end, known: NO_WORD, quantity: found.quantity });
    i = found.next;
  }
  return out;
}

interface Found {
  quantity: Quantity;
  next: number;
  /** Where it began, when words before `i` belong to it («S/»). */
  from?: number;
}

/** «14x7», «20 por 10»: days at work by days of rest. */
function rosterAt(tokens: readonly Token[], i: number): Found | null {
  const word = wordAt(tokens, i);
  if (/^\d{1,2}x\d{1,2}$/.test(word)) return { quantity: { of: 'roster' }, next: i + 1 };
  if (!/^\d{1,2}$/.test(word) || !/^(x|por)$/.test(wordAt(tokens, i + 1))) return null;
  const rest = Number(tokens[i + 2]?.kind === 'number' ? wordAt(tokens, i + 2) : NaN);
  return rest >= 1 && rest <= 30 && Number(word) <= 30 && !wordAt(tokens, i + 3).startsWith('h') ? { quantity: { of: 'roster' }, next: i + 3 } : null;
}

function phoneAt(tokens: readonly Token[], i: number): Found | null {
  let next = i;
  let abroad = false;
  if (wordAt(tokens, i) === '+' && tokens[i + 1]?.kind === 'number') next++;
  else if (tokens[i]?.kind !== 'number') return null;
  const plus = next > i;
  let digits = '';
  const begun = next;
  while (next < tokens.length && next < begun + 6) {
    const t = tokens[next] as Token;
    const near = next === begun || t.start - (tokens[next - 1] as Token).end <= 1;
    if (!near) break;
    if (t.kind === 'number' && !/[.,]\d{1,2}$/.test(t.word)) digits += digitsOf(t);
    else if (/^x{2,9}$/.test(t.word)) digits += t.word;
    else break;
    next++;
    if (digits.length > 12) break;
  }
  if (/^(10|15|16|17|20)\d{9}$/.test(digits) && next === begun + 1 && !plus) return { quantity: { of: 'ruc' }, next };
  const masked = digits.includes('x');
  if (plus && digits.length >= 4) {
    abroad = COUNTRY_PREFIX.test(`+${digits}`);
    return { quantity: { of: 'phone', abroad }, next };
  }
  if (digits.length >= 7 && digits.length <= 13 && (masked || /^[09356]/.test(digits) || digits.length >= 9)) {
    const plain = valueOf(wordAt(tokens, begun));
    if (!masked && next === begun + 1 && /[.,]/.test(wordAt(tokens, begun)) && plain >= 1_000_000 && digits.length < 9) return null;
    if (!masked && moneyWord(tokens, begun - 1, -1) !== null) return null;
    return { quantity: { of: 'phone', abroad }, next };
  }
  return null;
}

/** The currency named just before (`step` −1) or after a number, and how many tokens it takes. */
function moneyWord(tokens: readonly Token[], at: number, step: 1 | -1): { currency: Currency; size: number } | null {
  const t = tokens[at];
  const word = t?.word ?? '';
  if (step === 1) {
    if (word === 'us' && wordAt(tokens, at + 1) === '$') return { currency: 'USD', size: 2 };
    if (word === 'r' && wordAt(tokens, at + 1) === '$') return { currency: 'BRL', size: 2 };
    if (word === 'de' && /^(dolares|soles|pesos|euros)$/.test(wordAt(tokens, at + 1))) return { currency: AFTER[wordAt(tokens, at + 1)] as Currency, size: 2 };
    const currency = Object.hasOwn(AFTER, word) ? AFTER[word] : undefined;
    if (!currency) return null;
    if (currency === 'COP' && wordAt(tokens, at + 1) === 'chilenos') return { currency: 'CLP', size: 2 };
    if (currency === 'COP' && wordAt(tokens, at + 1) === 'colombianos') return { currency: 'COP', size: 2 };
    return { currency, size: 1 };
  }
  if (word === '/' && wordAt(tokens, at - 1) === 's') return { currency: 'PEN', size: 2 };
  if (word === '$') {
    const before = wordAt(tokens, at - 1);
    if (before === 'r') return { currency: 'BRL', size: 2 };
    if (before === 'us' || before === 'u' || before === 'd') return { currency: 'USD', size: 2 };
    if (before === 'clp') return { currency: 'CLP', size: 2 };
    if (before === 'cop') return { currency: 'COP', size: 2 };
    return { currency: 'USD', size: 1 };
  }
  if (word === '€' || word === 'eur') return { currency: 'EUR', size: 1 };
  if (word === 'usd' || word === 'clp' || word === 'cop' || word === 'bs' || word === 'pen') return { currency: AFTER[word] as Currency, size: 1 };
  return null;
}

const PAY_BEFORE = /^(suel|salar|pag|gan|haces|sac|basico|remunera|jornal|jale|minimo|fijo|mensual|diario|semanal|hasta|pay|earn|cobr|deposit|yape|cuesta|adelanto)/;
const PAY_AFTER = /^(fij|mensual|semanal|diari|quincenal|libre|liquid|net|brut|base|garantiz|minimo|limpi)|^(la|el|por|x|al|cada|a|de|per|mas|\+)$/;
const UNIT_AGE = /^(ano|anos|anitos|anios|years?|edad|abriles|aos)$/;

function amountAt(tokens: readonly Token[], i: number, out: Measured[]): Found | null {
  const read = readNumber(tokens, i);
  if (!read) return null;
  const { value } = read;
  let { next } = read;
  let max = value;
  const before = moneyWord(tokens, i - 1, -1);
  let after = moneyWord(tokens, next, 1);
  const link = wordAt(tokens, next + (after ? after.size : 0));
  const gapToNext = tokens[next] ? (tokens[next] as Token).start - (tokens[next - 1] as Token).end : 9;
  // «18 a 25», «18-25», «1500 hasta 2000», «s/1500 y s/2000»
  let second: Read | null = null;
  if (link === 'a' || link === 'hasta' || link === 'y' || link === 'o' || link === 'to') {
    let j = next + (after ? after.size : 0) + 1;
    while (/^(s|us|\/|\$|los|las)$/.test(wordAt(tokens, j))) j++;
    second = readNumber(tokens, j);
  } else if (tokens[next]?.kind === 'number' && gapToNext >= 1 && gapToNext <= 3 && tokens[next]?.clause !== tokens[next - 1]?.clause) {
    second = readNumber(tokens, next);
  }
  if (second && second.value >= value && (second.value < 100 || value >= 10) && !(link === 'y' && second.value > 31 && value < 18)) {
    max = second.value;
    next = second.next;
    after = moneyWord(tokens, next, 1) ?? after;
    if (moneyWord(tokens, next, 1)) next += (after as { size: number }).size;
  } else if (after) next += after.size;

  /** That it measures this, up to and with the word that says so, or as far as it was read. */
  const measures = (of: Extract<Quantity, { min: number; max: number; period?: never }>['of'], upTo = next + 1): Found => ({ quantity: { of, min: value, max }, next: upTo });
  const following = wordAt(tokens, next);
  const previous = out.at(-1)?.word ?? '';
  const earlier = out.at(-2)?.word ?? '';

  if (before || after) {
    const currency = money(before?.currency ?? after?.currency ?? 'unknown', max);
    const period = periodNear(tokens, next, i - (before?.size ?? 0));
    // «5 lucas al mes» are thousands.
    const thousands = max < 60 && /^luca/.test(wordAt(tokens, next - 1)) && (period === 'month' || period === 'fortnight' || period === 'unknown') ? 1000 : 1;
    const found: Found = { quantity: { of: 'money', min: value * thousands, max: max * thousands, currency, period }, next };
    if (before) found.from = i - before.size;
    return found;
  }
  if (UNIT_AGE.test(following)) {
    const about = [wordAt(tokens, next + 1), wordAt(tokens, next + 2), wordAt(tokens, next + 3)];
    const past = [previous, earlier];
    const experience = about.some((w) => w.startsWith('exp')) || past.some((w) => w.startsWith('exp'));
    const business = past.some((w) => /^(hace|con|tenemos|llevamos|mas)$/.test(w)) && max > 1 && about.some((w) => /^(mercado|rubro|atendiendo|trayectoria|trabajando|contratando|campana)$/.test(w));
    return measures(experience || business || max < 5 || max > 90 ? 'experience' : 'age');
  }
  if (/^(h|hs|hr|hrs|hora|horas|hours?|horitas)$/.test(following)) return measures('hours');
  if (/^(am|pm)$/.test(following) || (following === 'a' && /^m$/.test(wordAt(tokens, next + 1)))) return { quantity: { of: 'clock' }, next: next + 1 };
  if (/^(dia|dias|days?|semanas?|mes|meses|weeks?|months?)$/.test(following) && value < 400 && !/^(por|al|x)$/.test(previous)) return measures('days');
  if (/^(km|kms|kilometros?|cuadras?|minutos?|min|metros|mts?)$/.test(following)) return measures('distance');
  if (following === '%' || following === 'porciento') return measures('percent');
  if (!read.spelled && /^(mayor|mayores|mayorcitas|menor|menores|edad|edades|anos|tiene|tengan|tengas|cumplio|cumplidos|over|aged)$/.test(previous === 'de' || previous === 'a' || previous === 'entre' || previous === 'los' ? earlier : previous) && value >= 9 && max <= 70) {
    return measures('age', next);
  }
  if (value >= 10 && max <= 60 && max - value >= 3 && value >= 14 && /^(entre|de|edad|chicas|senoritas|jovenes|mujeres|varones)$/.test(previous)) return measures('age', next);
  if (/^(\+)$/.test(previous) && value === 18) return { quantity: { of: 'age', min: 18, max: 18 }, next };
  if (value >= 8 && max <= 30 && value < 18 && isBareAge(tokens, i, next)) return measures('age', next);
  if (value >= 30 && max <= 20_000_000 && (PAY_BEFORE.test(previous) || (/^(de|a|es|en|unos|hasta|como|son|te|minimo)$/.test(previous) && PAY_BEFORE.test(earlier)) || (value >= 30 && PAY_AFTER.test(following) && !/^(dia|dias)$/.test(following) && ['day', 'week', 'fortnight', 'month', 'piece'].includes(periodAfter(tokens, next))) || (value >= 500 && /^(fijo|fijos|libres|liquidos|netos|mensuales|semanales|limpios)$/.test(following)))) {
    return { quantity: { of: 'money', min: value, max, currency: money('unknown', max), period: periodNear(tokens, next, i) }, next };
  }
  if (read.spelled && value < 1000 && periodAfter(tokens, next) === 'unknown') return null;
  if (read.spelled && value < 50) return null;
  if (read.spelled) return { quantity: { of: 'money', min: value, max, currency: 'unknown', period: periodNear(tokens, next, i) }, next };
  if (/^\d{1,2}$/.test(wordAt(tokens, i)) && tokens[i + 1]?.kind === 'number' && gapToNext === 1 && /^[0-5]\d$/.test(wordAt(tokens, i + 1))) return { quantity: { of: 'clock' }, next: i + 2 };
  return null;
}

const YOUNG_PERSON = /^(chi[cb]|nin|much|hij|jov|menor|escolar|adolesc|varon|sobrin|menin|moc|girl|boy|colegial|cholit|senorit|nena|fla[qc]|ahijad|primit|herman|arriba|teen|kid|student|mu[lj]h?er|garot|criatur|pelad|chamit|guambr|pur[oa]s)/;

/** «Una muchacha de 16», «quiere de catorce o quince», «¿cuántos años tienes? —15»: an age without its unit. */
function isBareAge(tokens: readonly Token[], i: number, next: number): boolean {
  const unit = wordAt(tokens, next);
  if (/^(h|hs|hrs|horas?|am|pm|dias?|sol|soles|dolares|personas?|plazas|vacantes|cupos|km|kg|kilos|%|cuadras|mil|meses|semanas|minutos|de|por|x|\/|familias|trabajadores)$/.test(unit)) return false;
  const asked = tokens.slice(Math.max(0, i - 8), i).map((t) => t.word);
  if (asked.includes('anos') && (asked.includes('cuantos') || asked.includes('tienes'))) return true;
  if (asked.includes('idade') || asked.includes('old')) return true;
  if (!/^(de|con|tiene|tienes|tenga|tengan|cumple|cumples|cumplio|cumplir|cumplira|desde|entre|unos|unas|como|los|las|son|ya|recien|or|of|from|uns|com|edad)$/.test(wordAt(tokens, i - 1))) return false;
  const around = tokens.slice(Math.max(0, i - 5), Math.min(tokens.length, next + 4));
  return around.some((t) => t.sentence === tokens[i]?.sentence && YOUNG_PERSON.test(t.word));
}

/** «$ 800,000» is pesos, not dollars. */
function money(currency: Currency, value: number): Currency {
  if (currency === 'USD' && value >= 20_000) return 'COP';
  return currency;
}

function periodAfter(tokens: readonly Token[], next: number): Period {
  for (let j = next; j < next + 4 && j < tokens.length; j++) {
    const t = tokens[j] as Token;
    if (t.sentence !== tokens[next - 1]?.sentence) break;
    if (t.kind === 'number' || t.known.value > 0 || /^(mas|extra|extras)$/.test(t.word)) break;
    for (const [words, period] of PERIOD) if (words.test(t.word)) return period;
  }
  return 'unknown';
}

/** After the amount any unit counts («80 el día»); before it only what qualifies pay («sueldo semanal: 400»). */
function periodNear(tokens: readonly Token[], next: number, first: number): Period {
  const after = periodAfter(tokens, next);
  if (after !== 'unknown') return after;
  for (let j = first - 1; j >= Math.max(0, first - 4); j--) {
    const t = tokens[j] as Token;
    if (t.sentence !== tokens[first]?.sentence || t.kind === 'number') break;
    if (!/^(mensual|mensuales|diari|semanal|quincen|jornal|mes$)/.test(t.word)) continue;
    for (const [words, period] of PERIOD) if (words.test(t.word)) return period;
  }
  return 'unknown';
}
