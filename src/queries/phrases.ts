import type { Locale } from '#domain/locale.ts';
import type { Rooms } from '#domain/phrases.ts';

const files = import.meta.glob<{ default: unknown }>('../../content/interface/*/*.json', { eager: true });

/** The words of one room of the interface in one language. Throws when the file is missing. */
export function getPhrases<Room extends keyof Rooms>(locale: Locale, room: Room): Rooms[Room] {
  const found = files[`../../content/interface/${locale}/${room}.json`];
  if (found === undefined) throw new Error(`content/interface/${locale}/${room}.json is missing: copy the Spanish file and translate it.`);
  return found.default as Rooms[Room];
}
