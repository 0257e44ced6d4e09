import { fold } from '#domain/text.ts';

/**
 * Words of a Spanish question that say nothing about what is needed. «no» stays in: «no me pagan»
 * is a need, and needs are matched before these are dropped.
 */
const STOP = new Set(
  'a al algo ante aqui con como cual de del desde donde el ella en entre era es esa ese eso esta estan este esto estoy fue ha hay hoy la las le les lo los mas me mi mis muy necesito no nos o para pero por porque que quien quiero se ser si sin sobre soy su sus tambien te tengo ti toy tu un una uno unos y ya yo k q x xq pq ke kiero soi toi ayuda ayudenme busco cerca gratis favor urgente'.split(' '),
);

/** A word longer than this is no word that anyone searches; it also keeps a pasted wall of letters quick. */
const LONGEST = 32;

/** The words of a text, folded: letters and digits, nothing else. */
export function wordsOf(text: string): string[] {
  return (fold(text).match(/[a-z0-9]+/g) ?? []).filter((word) => word.length <= LONGEST);
}

export function tellsNothing(word: string): boolean {
  return STOP.has(word) || (word.length === 1 && !/\d/.test(word));
}

/** A light stem: the plural goes («comisarías», «defensores»). Applied alike to data and to questions. */
export function stem(word: string): string {
  if (word.length > 5 && word.endsWith('es') && !/[aeiou]es$/.test(word)) return word.slice(0, -2);
  if (word.length > 3 && word.endsWith('s')) return word.slice(0, -1);
  return word;
}

/**
 * How a word sounds to a writer from Peru: b and v, s and z and soft c, ll and y and i, mute h, qu and k,
 * soft g and j, x and s, m and n before b and p, gua and hua. «benesuela» and «venezuela», «ucallali» and
 * «ucayali», «guancayo» and «huancayo», «adolecente» and «adolescente» sound alike. Folded words only.
 */
export function sound(word: string): string {
  const known = heard.get(word);
  if (known !== undefined) return known;
  if (heard.size >= REMEMBERED) heard.clear();
  const sounds = soundOf(word);
  heard.set(word, sounds);
  return sounds;
}

/** Words heard before: names repeat, and while a person types all words but the last come again at every key. */
const heard = new Map<string, string>();
const REMEMBERED = 20_000;

function soundOf(word: string): string {
  if (/\d/.test(word)) return word;
  return word
    .replace(/^ps/, 's')
    .replace(/ch/g, '1')
    .replace(/h/g, '')
    .replace(/qu(?=[ei])|[kq]/g, 'k')
    .replace(/c(?=[ei])|z|x/g, 's')
    .replace(/c/g, 'k')
    .replace(/v/g, 'b')
    .replace(/ll|y/g, 'i')
    .replace(/g(?=[ei])/g, 'j')
    .replace(/gu(?=[ei])/g, 'g')
    .replace(/gu(?=a)|w/g, 'u')
    .replace(/m(?=[bp])/g, 'n')
    .replace(/(.)\1+/g, '$1');
}

/**
 * Letters to change, add, drop or swap to turn one word into another, counted up to `most`; above it, `most + 1`.
 * (Damerau–Levenshtein with neighbouring swaps, three rows.)
 */
export function lettersApart(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((last[j] as number) + 1, (row[j - 1] as number) + 1, (last[j - 1] as number) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (before[j - 2] as number) + 1);
      row.push(cost);
    }
    if (Math.min(...row) > most) return most + 1;
    before = last;
    last = row;
  }
  return Math.min(last[b.length] as number, most + 1);
}
