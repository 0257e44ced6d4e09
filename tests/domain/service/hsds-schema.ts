import { readFileSync } from 'node:fs';
import phrases from '../../../content/interface/es/directory.json' with { type: 'json' };
import { hsdsProfile } from '#domain/service/hsds-profile.ts';

interface Property { readonly type?: string; readonly format?: string; readonly enum?: readonly string[]; readonly items?: Property; readonly $ref?: string }
interface Schema { readonly path: string; readonly properties: Readonly<Record<string, Property>>; readonly required: readonly string[]; readonly tabular_required: readonly string[] }

const read = new Map<string, Schema>();
/** One of Open Referral's schemas, as kept in tests/examples/hsds, with what our profile adds to it. */
export function schemaOf(name: string): Schema {
  const known = read.get(name);
  if (known !== undefined) return known;
  const standard = JSON.parse(readFileSync(`tests/examples/hsds/${name}.json`, 'utf8')) as Schema;
  const added = (hsdsProfile(phrases).schemas as Readonly<Record<string, { readonly properties: object }>>)[`${name}.json`]?.properties ?? {};
  const taken = Object.keys(added).filter((field) => field in standard.properties);
  if (taken.length > 0) throw new Error(`The profile gives another meaning to ${taken.join(', ')} of ${name}.`);
  const schema: Schema = { ...standard, properties: { ...standard.properties, ...added } };
  read.set(name, schema);
  return schema;
}

const FORMATS: Readonly<Record<string, RegExp>> = {
  uuid: /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  uri: /^[a-z][a-z0-9+.-]*:\/\/\S+$/i,
  email: /^[^@\s]+@[^@\s]+\.[^@\s]+$/,
};

/** What in a value does not fit a schema, and all it refers to; stricter than the standard: an unknown field is a fault. */
export function faultsOf(name: string, value: unknown, at = name): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`${at} is no object`];
  const schema = schemaOf(name);
  const missing = schema.required.filter((each) => !(each in value)).map((each) => `${at}: ${each} is missing`);
  const wrong = Object.entries(value).flatMap(([field, each]): string[] => {
    const property = schema.properties[field];
    return property === undefined ? [`${at}.${field} is no field of ${name}`] : faultsIn(property, each, `${at}.${field}`);
  });
  return [...missing, ...wrong];
}

function faultsIn(property: Property, value: unknown, here: string): string[] {
  const { $ref, type, items } = property;
  if ($ref !== undefined) return faultsOf($ref.replace('.json', ''), value, here);
  if (type === 'array') return Array.isArray(value) && items !== undefined ? value.flatMap((one, index) => faultsIn(items, one, `${here}[${index}]`)) : [`${here} is no list`];
  if (typeof value !== type) return [`${here} is no ${type ?? ''}`];
  if (property.enum !== undefined && !property.enum.includes(value as string)) return [`${here}: «${String(value)}» is none of ${property.enum.join(', ')}`];
  const format = property.format === undefined ? undefined : FORMATS[property.format];
  return format !== undefined && !format.test(value as string) ? [`${here}: «${String(value)}» is no ${property.format ?? ''}`] : [];
}
