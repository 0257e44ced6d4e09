const LEET: Record<string, string> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', $: 's' };

/** «s3ñ0rit@s» as the word it hides. Expects a folded word with letters in it. */
export function openLeet(word: string): string {
  return /[0-9@$]/.test(word) ? word.replace(/[0-9@$]/g, (c) => LEET[c] ?? c) : word;
}

/** The letters whose sound depends on their neighbours, one bit for each, because every letter of every word comes by. */
const UNSURE = [...'cghlqvyz'].reduce((bits, letter) => bits | (1 << (letter.charCodeAt(0) & 31)), 0);

/** How many letters at the beginning sound as they are written. */
function plainLetters(word: string): number {
  let before = 0;
  let i = 0;
  for (; i < word.length; i++) {
    const code = word.charCodeAt(i);
    if (code === before || (UNSURE >> (code & 31)) & 1) break;
    before = code;
  }
  return i;
}

/**
 * A Spanish word as it sounds in Peru, so that one spelling stands for all the
 * ways people type it: h is silent, v is b, z and soft c are s, qu and k are one,
 * ll is y, soft g is j, doubled letters are one. Expects a folded word.
 * Wrong for other languages, but wrong in the same way on both sides of a comparison.
 */
export function soundKey(word: string): string {
  const plain = plainLetters(word);
  if (plain === word.length) return word;
  let key = '';
  // Letters from here on sound as they are written; copied in one piece, because one by one takes longer than all the rest.
  let from = 0;
  let last = word.charAt(plain - 1);
  for (let i = plain; i < word.length; i++) {
    const begun = i;
    const letter = word.charAt(i);
    let sound = letter;
    if ((UNSURE >> (word.charCodeAt(i) & 31)) & 1) {
      const next = word.charAt(i + 1);
      const soft = next === 'e' || next === 'i';
      if (sound === 'h') sound = last === 'c' ? 'h' : '';
      else if (sound === 'v') sound = 'b';
      else if (sound === 'z') sound = 's';
      else if (sound === 'c') sound = next === 'h' ? 'c' : soft ? 's' : 'k';
      else if (sound === 'q') {
        sound = 'k';
        if (next === 'u') i++;
      } else if (sound === 'g' && soft) sound = 'j';
      else if (sound === 'g' && next === 'u' && /[ei]/.test(word.charAt(i + 2))) i++;
      else if (sound === 'l' && next === 'l') {
        sound = 'y';
        i++;
      } else if (sound === 'y' && !/[aeiou]/.test(next) && word.length > 1) sound = 'i';
    }
    if (sound === last) sound = '';
    if (sound !== letter || i > begun) {
      key += word.slice(from, begun) + sound;
      from = i + 1;
    }
    if (sound !== '') last = sound;
  }
  key += word.slice(from);
  return key === '' ? word : key;
}

/** The keys that may begin a word with this stem: «ofrec» opens «ofrece» (s) and «ofrecamos» (k). */
export function stemKeys(stem: string): string[] {
  const last = stem.at(-1);
  if (last === 'c') return [soundKey(stem), soundKey(stem.slice(0, -1) + 's')];
  if (last === 'g') return [soundKey(stem), soundKey(stem.slice(0, -1) + 'j')];
  if (last === 'q') return [soundKey(stem.slice(0, -1) + 'k')];
  if (last === 'y') return [soundKey(stem.slice(0, -1) + 'i'), `${soundKey(stem.slice(0, -1))}y`];
  return [soundKey(stem)];
}
