import * as z from 'zod';
import { countryCodes, regionIdSchema, type Region } from '#domain/region.ts';
import { fold } from '#domain/text.ts';
import type { PackedProvince, PlacesData } from '#domain/service/place-index.ts';

/** Degrees north and east, two decimals (about 1 km): the place of a town, never of a service. */
const point = z.tuple([z.number().min(-19).max(1), z.number().min(-82).max(-68)], { error: 'Write [latitude, longitude] in degrees, inside Peru: [-12.05, -77.04].' });

/** One province with its districts. Lives in content/places/provinces.yaml. */
export const provinceSchema = z.strictObject({
  province: z.string().min(2),
  region: regionIdSchema,
  at: point.nullable().describe('Its capital.'),
  districts: z.record(z.string().min(2), point.nullable()).describe('Each district, and where its town lies; empty when nobody says.'),
});
export type Province = z.infer<typeof provinceSchema>;

/** What people call a place that is no district: a camp, a border post, a nickname. Lives in content/places/towns.yaml. */
export const townSchema = z.strictObject({
  names: z.array(z.string().min(3, 'A name of fewer than three letters finds too much; write it longer.')).min(1),
  region: regionIdSchema,
  near: z.string().min(2).describe('The province or district of that region whose services are nearest.'),
  at: point.optional().describe('Its own place, when it lies far from the town of that district.'),
});
export type Town = z.infer<typeof townSchema>;

/** A country people leave for or come from, with the cities they name. Lives in content/places/countries.yaml. */
export const abroadSchema = z.strictObject({ country: z.enum(countryCodes), names: z.array(z.string().min(3)).min(1) });
export type Abroad = z.infer<typeof abroadSchema>;

const key = (name: string) => fold(name).replace(/[^a-z0-9]+/g, ' ').trim();
const hundredths = (degrees: number) => Math.round(degrees * 100);

/** The capital of each region, where the distance to a region is counted from when nothing nearer is known. */
const capitals: Readonly<Record<Region['id'], string>> = {
  amazonas: 'Chachapoyas', ancash: 'Huaraz', apurimac: 'Abancay', arequipa: 'Arequipa', ayacucho: 'Huamanga', cajamarca: 'Cajamarca', callao: 'Callao',
  cusco: 'Cusco', huancavelica: 'Huancavelica', huanuco: 'Huánuco', ica: 'Ica', junin: 'Huancayo', 'la-libertad': 'Trujillo', lambayeque: 'Chiclayo', lima: 'Lima',
  loreto: 'Maynas', 'madre-de-dios': 'Tambopata', moquegua: 'Mariscal Nieto', pasco: 'Pasco', piura: 'Piura', puno: 'Puno', 'san-martin': 'San Martín', tacna: 'Tacna', tumbes: 'Tumbes', ucayali: 'Coronel Portillo',
};

/** Where a district or province of a region lies, in degrees: a district that the file gives no point counts from its province's capital. Undefined when nothing of that name is known. */
export function pointOf(provinces: readonly Province[], region: string, names: readonly (string | undefined)[]): readonly [number, number] | undefined {
  const own = provinces.filter((each) => each.region === region);
  for (const name of names) {
    if (name === undefined) continue;
    const wanted = key(name);
    const among = own.flatMap(({ districts, at }) => Object.entries(districts).flatMap(([district, point]) => (key(district) === wanted ? [{ point, capital: at }] : [])));
    const found = among.find(({ point }) => point !== null)?.point ?? own.find((each) => key(each.province) === wanted)?.at ?? among.find(({ capital }) => capital !== null)?.capital;
    if (found) return found;
  }
  return undefined;
}

/** Whether a region has a district of that name, and in which of its provinces. */
export function districtsNamed(provinces: readonly Province[], region: string, name: string): Province[] {
  return provinces.filter((each) => each.region === region && Object.keys(each.districts).some((district) => key(district) === key(name)));
}

/**
 * Packs every name for the phone: one line a province, its districts in one text («Name:dlat:dlng|Name»,
 * hundredths of a degree counted from the province's capital). Throws when a town lies `near` nothing.
 */
export function packPlaces(regions: readonly Region[], provinces: readonly Province[], towns: readonly Town[], countries: readonly Abroad[]): PlacesData {
  const order = new Map(regions.map(({ id }, at) => [id, at]));
  const at = (id: Region['id']) => order.get(id) ?? fail(`content/places: the region «${id}» is missing from content/regions.yaml.`);
  const capitalOf = (id: Region['id']) => pointOf(provinces, id, [capitals[id]]) ?? provinces.find((each) => each.region === id && each.at !== null)?.at ?? fail(`content/places/provinces.yaml: no place is known in «${id}».`);
  return {
    countries: countries.map(({ country, names }) => [country, names.join('|')] as const),
    regions: regions.map(({ id, name, aliases }) => [id, name, ...capitalOf(id).map(hundredths), aliases.join('|')] as unknown as PlacesData['regions'][number]),
    provinces: provinces.map(({ province, region, at: place, districts }): PackedProvince => {
      const [lat, lng] = (place ?? capitalOf(region)).map(hundredths) as [number, number];
      const packed = Object.entries(districts).map(([name, own]) => (own === null ? name : `${name}:${hundredths(own[0]) - lat}:${hundredths(own[1]) - lng}`));
      return [at(region), province, lat, lng, packed.join('|')];
    }),
    towns: towns.map(({ names, region, near, at: own }) => {
      const place = own ?? pointOf(provinces, region, [near]) ?? (districtsNamed(provinces, region, near).length > 0 ? capitalOf(region) : fail(`content/places/towns.yaml: «${names[0] ?? ''}» is near «${near}», which is no province or district of ${region}; use one that is.`));
      return [at(region), ...place.map(hundredths), names.join('|'), near] as unknown as PlacesData['towns'][number];
    }),
  };
}

function fail(message: string): never {
  throw new Error(message);
}
