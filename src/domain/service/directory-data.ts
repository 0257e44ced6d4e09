import type { Opening } from '#domain/service/hours.ts';
import { kinds } from '#domain/service/kinds.ts';
import type { SearchRecord } from '#domain/service/search-index.ts';
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
  /** Its kind, as an index into `kinds`. */
  readonly y: number;
  /** Where its town lies, in hundredths of a degree. */
  readonly g?: readonly [number, number];
  /** Phones: [shown, href], only the first two. */
  readonly t: readonly (readonly [string, string])[];
  /** The phones are another service's: 1 for a shelter, 2 where no source gives a phone. */
  readonly x?: 1 | 2;
  /** 1: free. */
  readonly f?: 1;
  /** 1: attends people without papers, says a source. */
  readonly v?: 1;
  /** Languages beside Spanish. */
  readonly q?: readonly string[];
  /** 1: old, below the others. */
  readonly z?: 1;
  /** Hours for «open now». */
  readonly o?: readonly Opening[];
}

export interface DirectoryData {
  readonly texts: readonly string[];
  readonly rows: readonly DataRow[];
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
  readonly opens: readonly Opening[];
}

/** Packs what the search needs: no address, no source; and of a shelter only its name, its region and the way in. */
export function directoryData(rows: readonly { readonly record: SearchRecord; readonly view: ServiceView; readonly place: string }[]): DirectoryData {
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
      y: kinds.indexOf(record.kind),
      ...(record.at === undefined ? {} : { g: [Math.round(record.at[0] * 100), Math.round(record.at[1] * 100)] as const }),
      t: phones.slice(0, 2).flatMap(({ number, href, label }) => (href === undefined ? [] : [[abroad && label !== undefined ? `${number} (${label})` : number, href] as const])),
      ...(view.byReferral ? { x: 1 as const } : own.length === 0 ? { x: 2 as const } : {}),
      ...(record.free === true ? { f: 1 as const } : {}),
      ...(record.withoutPapers === true ? { v: 1 as const } : {}),
      ...(record.languages === undefined ? {} : { q: record.languages }),
      ...(record.old === true ? { z: 1 as const } : {}),
      ...(view.opens.length === 0 ? {} : { o: view.opens }),
    };
  });
  return { texts, rows: packed };
}

/** The other way round, on the phone. */
export function unpack(data: DirectoryData): ResultView[] {
  const text = (index: number) => data.texts[index] ?? '';
  return data.rows.map((row) => ({
    record: {
      id: row.i,
      name: row.n,
      kind: kinds[row.y] ?? 'organizacion',
      does: text(row.d),
      help: row.h as SearchRecord['help'],
      who: row.w as SearchRecord['who'],
      regions: row.r,
      places: row.l,
      ...(row.g === undefined ? {} : { at: [row.g[0] / 100, row.g[1] / 100] as const }),
      ...(row.f === undefined ? {} : { free: true }),
      ...(row.v === undefined ? {} : { withoutPapers: true }),
      ...(row.q === undefined ? {} : { languages: row.q }),
      ...(row.z === undefined ? {} : { old: true }),
    },
    kind: text(row.k),
    place: row.p,
    sure: text(row.s),
    caution: row.c === undefined ? undefined : text(row.c),
    phones: row.t,
    byReferral: row.x === 1,
    via: row.x === 2,
    opens: row.o ?? [],
  }));
}
