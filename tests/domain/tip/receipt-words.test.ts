import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseWordList } from '#domain/tip/receipt.ts';

const words = parseWordList(readFileSync('content/receipt-words/es.txt', 'utf8'));
const fold = (word: string) => word.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/**
 * Word beginnings that have no place on a paper that a frightened person keeps: cruelty, fear,
 * body and weight, insults, drugs, money, and the journey of a false offer.
 */
const UNKIND =
  /^(abus|acoso|agon|amargo|amenaz|armas?$|asalt|asco|asesin|ataud|azote|bala$|ballen|basura|brujas?$|burr|cadaver|cadena|carcel|cerdo|chanch|chism|chol|cobard|coca$|cocain|coj[ao]|conch|contrat|crimen|cruel|cuchill|culpa|cuerp|deuda|diabl|dolor|droga|duelo|enferm|esclav|espos|feo|flac|foca$|fosa|fuga|fusil|gord|golp|grit|guerra|hambr|herid|horror|huach|huid|indi[oa]$|infiern|jaula|ladr[oi]|lagrim|llant[ou]|loc[oa]$|mal[oa]$|mat[ae]$|mied|mina$|monstr|morir|muert|mono$|negr[oa]$|niebla|novi|odio|oferta|panic|pastill|patron|pech|pelig|pena$|perr|pis$|pobre|polic|pris|put|rapt|rata$|rehen|rob[aeo]$|sangr|sapo|secuest|serran|sexo|soga|sol[oa]$|sopl|sufr|sueld|susto|tetas?$|terror|tonto|tortur|trampa|trata|trist|tumba|vaca$|veneno|vergu|victima|viaj|violen|violar|virgen|zorr)/;

describe('the words of a receipt', () => {
  it('are 1,024, and no two alike', () => {
    expect(words).toHaveLength(1024);
    expect(new Set(words.map(fold)).size).toBe(1024);
  });

  it('are short: four to eight plain letters once the accents are taken off', () => {
    expect(words.filter((word) => !/^[a-z]{4,8}$/.test(fold(word)))).toEqual([]);
  });

  it('differ in their first four letters, so that four are enough to write', () => {
    const starts = words.map((word) => fold(word).slice(0, 4));
    expect(starts.filter((start, place) => starts.indexOf(start) !== place)).toEqual([]);
  });

  it('stand in order, so that an editor sees at once what is there', () => {
    expect(words).toEqual([...words].sort((a, b) => (fold(a) < fold(b) ? -1 : 1)));
  });

  it('hold nothing cruel, fearful, shaming or insulting', () => {
    expect(words.filter((word) => UNKIND.test(fold(word)))).toEqual([]);
  });
});
