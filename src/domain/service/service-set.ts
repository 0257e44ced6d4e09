import type { Service } from '#domain/service/service.ts';

/** A service and the file it stands in, for messages. */
export interface FiledService {
  readonly file: string;
  readonly service: Service;
}

/**
 * What can be seen only with all files open: ids that stand twice, an id that is not the file's name,
 * an `accessVia` that leads nowhere or to another closed door. Returns the services by id; throws a sentence.
 */
export function checkServices(filed: readonly FiledService[]): Map<string, Service> {
  const files = new Map<string, string>();
  const byId = new Map<string, Service>();
  for (const { file, service } of filed) {
    const other = files.get(service.id);
    if (other !== undefined) throw new Error(`${file}: the id «${service.id}» also stands in ${other}; keep one file, or rename the other and its id.`);
    if (!file.endsWith(`/${service.id}.yaml`)) throw new Error(`${file}: its id is «${service.id}»; name the file ${service.id}.yaml, or correct the id.`);
    files.set(service.id, file);
    byId.set(service.id, service);
  }
  for (const { file, service } of filed) {
    for (const id of service.accessVia) {
      const way = byId.get(id);
      if (way === undefined) throw new Error(`${file}: accessVia names «${id}», which is no service; use the id of one.`);
      if (way.advice === 'do-not-publish') throw new Error(`${file}: accessVia names «${id}», which is not published; name another way in.`);
    }
  }
  checkSharedPhones(filed);
  return byId;
}

/** One number in two published rows is a copying mistake or a thing to know: the build stops until both rows say which. */
function checkSharedPhones(filed: readonly FiledService[]): void {
  const owners = new Map<string, FiledService>();
  for (const each of filed) {
    const { service } = each;
    if (service.advice === 'do-not-publish') continue;
    const country = typeof service.coverage === 'string' && service.coverage !== 'national' ? service.coverage : 'PE';
    for (const { e164, dial, printed } of [...service.phones, ...service.whatsapp]) {
      // A short code is a number of its country: 100 in Brazil is another line than 100 in Peru.
      const number = e164 ?? `${country} ${dial}`;
      const other = owners.get(number);
      owners.set(number, each);
      if (other === undefined || other.service.id === service.id || other.service.name === service.name) continue;
      if (service.sharedPhone !== undefined && other.service.sharedPhone !== undefined) continue;
      throw new Error(`${each.file}: «${printed}» is also the number of «${other.service.name}» (${other.file}); correct the one that is wrong, or write in both why they share it: «sharedPhone: …».`);
    }
  }
}

/** The services that may reach a reader. Everything that is built goes through here. */
export function publishable(services: Iterable<Service>): Service[] {
  return [...services].filter(({ advice }) => advice !== 'do-not-publish');
}
