import { describe, expect, it } from 'vitest';
import { checkedLine, checkedText, localDay } from '#domain/plan/checked.ts';

const words = { title: 'Lo que ya revisé', on: 'Revisado el {day}', pending: 'Falta revisar' };

describe('what somebody already checked', () => {
  it('stands with its day and what was found', () => {
    expect(checkedLine({ title: 'El RUC', day: '24 de noviembre de 2026', note: 'Activo,\nhabido' }, words)).toBe('El RUC · Revisado el 24 de noviembre de 2026 · Activo, habido');
  });

  it('is copied together with what is still to check', () => {
    const text = checkedText([{ title: 'El RUC', day: '1 de mayo de 2026', note: '' }, { title: 'La dirección', day: null, note: '' }], words);
    expect(text).toBe('Lo que ya revisé\n☑ El RUC · Revisado el 1 de mayo de 2026\n☐ La dirección · Falta revisar');
  });

  it('carries the day of the wall calendar, also late in the evening', () => {
    const evening = new Date(2026, 10, 24, 23, 30);
    expect(localDay(evening).toISOString()).toBe('2026-11-24T00:00:00.000Z');
    expect(localDay(new Date(2026, 0, 1, 0, 5)).toISOString()).toBe('2026-01-01T00:00:00.000Z');
  });
});
