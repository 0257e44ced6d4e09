import { readFileSync } from 'node:fs';

interface Property { readonly type?: string; readonly format?: string; readonly enum?: readonly string[]; readonly items?: { readonly $ref: string }; readonly $ref?: string }
interface Schema { readonly path: string; readonly properties: Readonly<Record<string, Property>>; readonly required: readonly string[]; readonly tabular_required: readonly string[] }

const read = new Map<string, Schema>();
/** One of Open Referral's schemas, as kept in tests/examples/hsds. */
export function schemaOf(name: string): Schema {
  const known = read.get(name);
  if (known !== undefined) return known;
  const schema = JSON.parse(readFileSync(`tests/examples/hsds/${name}.json`, 'utf8')) as Schema;
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
    const here = `${at}.${field}`;
    if (property === undefined) return [`${here} is no field of ${name}`];
    if (property.$ref !== undefined) return faultsOf(property.$ref.replace('.json', ''), each, here);
    if (property.type === 'array') return Array.isArray(each) ? each.flatMap((one, index) => faultsOf(property.items?.$ref.replace('.json', '') ?? '', one, `${here}[${index}]`)) : [`${here} is no list`];
    if (typeof each !== property.type) return [`${here} is no ${property.type ?? ''}`];
    if (property.enum !== undefined && !property.enum.includes(each as string)) return [`${here}: «${String(each)}» is none of ${property.enum.join(', ')}`];
    const format = property.format === undefined ? undefined : FORMATS[property.format];
    return format !== undefined && !format.test(each as string) ? [`${here}: «${String(each)}» is no ${property.format ?? ''}`] : [];
  });
  return [...missing, ...wrong];
}
