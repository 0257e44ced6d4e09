import * as z from 'zod';
import type { Service } from '#domain/service/service.ts';
import type { Day } from '#domain/service/source-date.ts';
import { ageOf, confirmAfterDays } from '#domain/service/sureness.ts';

/** What a volunteer says, in order. For volunteers, so in Spanish; it asks for nothing about anyone's case. */
export const callScript = [
  'Antes: marca el número tal como está. No llames a un número de emergencia (105, 106, 116) para comprobarlo: pregunta a la institución.',
  '1. «Buenos días. Ayudo a mantener un directorio de servicios. No llamo por un caso. ¿Hablo con (nombre del servicio)?»',
  '2. «¿Este es el número para que llame una persona que necesita ayuda? ¿Hay otro?»',
  '3. «¿En qué horario atienden? ¿También en feriados?»',
  '4. «¿Cuesta algo?»   5. «¿Atienden en quechua, aimara u otra lengua?»',
  '6. «¿Atienden a una persona sin documentos, o extranjera sin papeles?»',
  '7. Solo si el lugar es público: «¿La dirección sigue siendo (dirección)?». De un hogar de refugio no se pregunta ni se anota el lugar.',
  'No anotes el nombre de quien contesta. No cuentes ningún caso. Si no contestan, prueba otro día a otra hora y escribe «sin respuesta».',
];

export interface Due {
  readonly service: Service;
  /** Days since the call or the earliest source; undefined when no source has a date. */
  readonly age: number | undefined;
}

/** The services whose data is over 90 days old and that have a number to call: undated ones first, then the oldest; rows with a contradiction before others of that age. */
export function toVerify(services: readonly Service[], today: Day): Due[] {
  return services
    .filter(({ phones, whatsapp }) => phones.length + whatsapp.length > 0)
    .map((service) => ({ service, age: ageOf(service, today) }))
    .filter(({ age }) => age === undefined || age > confirmAfterDays)
    .sort((a, b) => (b.age ?? Infinity) - (a.age ?? Infinity) || b.service.conflicts.length - a.service.conflicts.length || a.service.id.localeCompare(b.service.id));
}

const quoted = (text: string | undefined) => (text === undefined ? '' : JSON.stringify(text));

/** A form to fill in: what stands now as comments, empty lines for the answers. */
export function callForm({ id, name, phones, whatsapp, address, addressVisibility, hours, conflicts }: Service, age: number | undefined): string {
  const place = addressVisibility === 'public' && address !== undefined ? [`#   dirección: ${address}`] : [];
  return [
    `# ${name} · ${age === undefined ? 'fuente sin fecha' : `${age} días`}`,
    ...[...phones, ...whatsapp].map(({ printed, label }) => `#   número: ${printed}${label === undefined ? '' : ` (${label})`}`),
    ...place,
    ...(hours === undefined ? [] : [`#   horario: ${hours}`]),
    ...conflicts.map((each) => `#   duda: ${each}`),
    `- id: ${id}`,
    '  result:          # correcto | cambiar | sin respuesta',
    '  verifiedOn:      # el día de la llamada: 2026-11-24',
    '  verifiedBy:      # la organización o el equipo, nunca un nombre de persona',
    `  hours: ${quoted(hours)}`,
    '  cost:            # solo lo que te dijeron',
    '  withoutPapers:   # qué dijeron de personas sin papeles, con sus palabras',
    '  languages:       # [es, qu]',
    '  notes:           # lo que debe saber quien llame',
    '  # Si el número cambió, escribe los nuevos completos:',
    '  # phones: [{ printed: "987654321", e164: "+51987654321", dial: "987654321" }]',
  ].join('\n');
}

const optional = <T extends z.ZodType>(schema: T) => z.preprocess((value) => (value === null || value === '' ? undefined : value), schema.optional());

const formSchema = z.strictObject({
  id: z.string(),
  result: z.enum(['correcto', 'cambiar', 'sin respuesta'], 'result is «correcto», «cambiar» or «sin respuesta».'),
  verifiedOn: optional(z.preprocess((value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value), z.iso.date('Write the day as 2026-11-24.'))),
  verifiedBy: optional(z.string().min(2)),
  hours: optional(z.string()),
  cost: optional(z.string()),
  withoutPapers: optional(z.string()),
  languages: optional(z.array(z.string())),
  notes: optional(z.string()),
  phones: optional(z.array(z.unknown()).min(1)),
});

/** Reads one filled-in form: what to change in the service's file. Throws a sentence with the id and the mend. */
export function readForm(raw: unknown, today: Day): { readonly id: string; readonly result: 'correcto' | 'cambiar' | 'sin respuesta'; readonly patch: Readonly<Record<string, unknown>> } {
  const read = formSchema.safeParse(raw);
  const id = String((raw as { id?: unknown } | null)?.id ?? 'a form without id');
  if (!read.success) throw new Error(read.error.issues.map(({ path, message }) => `${id}: ${path.join('.')}: ${message}`).join('\n'));
  const { result, id: own, ...rest } = read.data;
  if (result === 'sin respuesta') return { id: own, result, patch: {} };
  if (rest.verifiedOn === undefined || rest.verifiedBy === undefined) throw new Error(`${id}: write the day of the call (verifiedOn) and who called (verifiedBy).`);
  if (rest.verifiedOn > today) throw new Error(`${id}: ${rest.verifiedOn} is in the future; write the day of the call.`);
  if (result === 'correcto' && rest.phones !== undefined) throw new Error(`${id}: the number is another one, so result is «cambiar».`);
  return { id: own, result, patch: Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)) };
}
