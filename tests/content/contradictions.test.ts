import { describe, expect, it } from 'vitest';
import { loadDirectory } from '../../src/commands/directory-files.ts';
import { districtInAddress } from '#domain/service/contradiction.ts';

const { services, provinces } = loadDirectory();

describe('a row that contradicts itself', () => {
  const found = services.flatMap((service) => {
    const named = districtInAddress(service, provinces);
    return named === undefined ? [] : [{ service, named }];
  });

  it('is found by the district that its own address names', () => {
    const ids = found.map(({ service }) => service.id);
    for (const id of ['cem-ayacucho-huanta', 'cem-lima-jesus-maria', 'cem-lima-magdalena-del-mar', 'cem-lima-ancon']) expect(ids).toContain(id);
  });

  it('is settled: the address counts, and the row says so in words', () => {
    for (const { service, named } of found) {
      expect(service.addressDistrict, `${service.id}: the address names «${named}», the row lists «${service.district ?? ''}»; write addressDistrict and say so under conflicts`).toBe(named);
      expect(service.conflicts.length, service.id).toBeGreaterThan(0);
    }
  });
});
