import type { Region } from '#domain/region.ts';
import type { NamedPlace, Need, SearchRecord } from '#domain/service/search-index.ts';
import type { ServiceView } from '#domain/service/view.ts';

/** A service in the data file: what is searched and what a result shows. Long texts stand once, in `texts`. */
export interface DataRow {
  readonly i: string;
  readonly n: string;
  /** Places: «here» in words, and towns to search in when they differ. */
  readonly p: string;
  readonly l: readonly string[];
  readonly r: readonly string[];
  readonly h: readonly string[];
  readonly w: readonly string[];
  /** Indices into `texts`: what it does, its kind, its sureness, its first caution. */
  readonly d: number;
  readonly k: number;
  readonly s: number;
  readonly c?: number;
  /** Phones: [shown, href], only the first two. */
  readonly t: readonly (readonly [string, string])[];
  /** The phones are another service's: 1 for a shelter, 2 where no source gives a phone. */
  readonly x?: 1 | 2;
}

export interface DirectoryData {
  readonly texts: readonly string[];
  readonly rows: readonly DataRow[];
  readonly regions: readonly NamedPlace[];
  readonly needs: readonly Need[];
}

/** A result as a list shows it. */
export interface ResultView {
  readonly record: SearchRecord;
  readonly kind: string;
  readonly place: string;
  readonly sure: string;
  readonly caution: string | undefined;
  readonly phones: readonly (readonly [shown: string, href: string])[];
  readonly byReferral: boolean;
  /** The phones are those to call first, not its own. */
  readonly via: boolean;
}

/** Packs what the search needs: no address, no source; and of a shelter only its name, its region and the way in. */
export function directoryData(
  rows: readonly { readonly record: SearchRecord; readonly view: ServiceView; readonly place: string }[],
  regions: readonly Region[],
  needs: readonly Need[],
): DirectoryData {
  const texts: string[] = [];
  const at = new Map<string, number>();
  const put = (text: string): number => {
    const known = at.get(text);
    if (known !== undefined) return known;
    at.set(text, texts.length);
    return texts.push(text) - 1;
  };
  const packed = rows.map(({ record, view, place }): DataRow => {
    const own = [...view.phones, ...view.whatsapp];
    const phones = own.length > 0 ? own : view.via.flatMap((way) => way.phones.slice(0, 1));
    const abroad = record.regions.some((id) => id === id.toUpperCase());
    const [caution] = view.sureness.cautions;
    return {
      i: record.id,
      n: record.name,
      p: place,
      l: record.places,
      r: record.regions,
      h: record.help,
      w: record.who,
      d: put(record.does),
      k: put(view.kindLabel),
      s: put(view.sureness.short),
      ...(caution === undefined ? {} : { c: put(caution) }),
      t: phones.slice(0, 2).flatMap(({ number, href, label }) => (href === undefined ? [] : [[abroad && label !== undefined ? `${number} (${label})` : number, href] as const])),
      ...(view.byReferral ? { x: 1 as const } : own.length === 0 ? { x: 2 as const } : {}),
    };
  });
  return { texts, rows: packed, regions: regions.map(({ id, name, aliases }) => ({ id, name, aliases })), needs };
}

/** The other way round, on the phone. */
export function unpack(data: DirectoryData): ResultView[] {
  const text = (index: number) => data.texts[index] ?? '';
  return data.rows.map((row) => ({
    record: { id: row.i, name: row.n, does: text(row.d), help: row.h as SearchRecord['help'], who: row.w as SearchRecord['who'], regions: row.r, places: row.l },
    kind: text(row.k),
    place: row.p,
    sure: text(row.s),
    caution: row.c === undefined ? undefined : text(row.c),
    phones: row.t,
    byReferral: row.x === 1,
    via: row.x === 2,
  }));
}
