import type { Province } from '#domain/place.ts';
import type { Service } from '#domain/service/service.ts';
import { sound, wordsOf } from '#domain/service/words.ts';

const key = (name: string) => wordsOf(name).map(sound).join(' ');

/**
 * The district that a printed address names, when it is another one of the same province than the row lists; else
 * undefined. It counts only where an address names its district: after «distrito de», or as its last part after a comma
 * or a dash. Streets are called after towns too («Jr. Lamas s/n»), and a province's name says nothing.
 */
export function districtInAddress({ address, district, province, coverage }: Service, provinces: readonly Province[]): string | undefined {
  if (address === undefined || district === undefined || province === undefined || !Array.isArray(coverage)) return undefined;
  const home = provinces.find((each) => coverage.includes(each.region) && key(each.province) === key(province));
  if (home === undefined) return undefined;
  const told = /distrito de ([\p{L} ]+)/iu.exec(address)?.[1];
  const last = /[,–-]\s*([^,–-]+)$/u.exec(address)?.[1];
  for (const part of [told, last]) {
    if (part === undefined) continue;
    const said = key(part);
    const named = Object.keys(home.districts).find((name) => said === key(name) || (part === told && said.startsWith(`${key(name)} `)));
    if (named !== undefined && key(named) !== key(district) && (part === told || key(named) !== key(province))) return named;
  }
  return undefined;
}
