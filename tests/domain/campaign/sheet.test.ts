import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { layArt } from '#domain/campaign/art.ts';
import { alwaysOpen, printedNumber } from '#domain/campaign/number.ts';
import { publicAddress } from '#domain/campaign/public-address.ts';
import type { DirectoryPhrases } from '#domain/phrases.ts';
import { qrPath } from '#domain/qr-path.ts';
import { serviceView } from '#domain/service/view.ts';
import { aService, parseService } from '../service/a-service.ts';

const phrases = JSON.parse(readFileSync('content/interface/es/directory.json', 'utf8')) as DirectoryPhrases;
const view = (changes: Record<string, unknown>) =>
  serviceView(parseService(aService({ sourceName: undefined, coverage: 'national', ...changes })), { today: '2026-11-28', phrases, languageTag: 'es-PE', regions: new Map(), services: new Map() });

describe('the way to the site on a poster', () => {
  it.each(['https://sintrampa.pe', 'https://sintrampa.pe/', 'https://ayuda.org.pe/sin-trampa', 'http://abcdefghij234567.onion'])('%s can be opened by a stranger: it gets a code', (address) => {
    expect(publicAddress(address)?.href).toBe(address.endsWith('/') ? address : `${address}/`);
    expect(publicAddress(address)?.shown).toBe(address.replace(/^https?:\/\/|\/$/g, ''));
  });

  it.each(['http://localhost:4321', 'https://localhost', 'https://127.0.0.1', 'https://[::1]:8080', 'https://192.168.0.7', 'https://sitio.local', 'https://sintrampa.example', 'https://example.org', 'https://www.example.com', 'https://servidor', 'http://sintrampa.pe'])(
    '%s leads nowhere, or through an open line: no code',
    (address) => {
      expect(publicAddress(address)).toBeUndefined();
    },
  );

  it('is drawn with a quiet edge of four, so that a camera finds it', () => {
    const { size, dark } = qrPath('https://sintrampa.pe/');
    expect(size).toBeGreaterThanOrEqual(29);
    const cells = [...dark.matchAll(/M(\d+) (\d+)h/g)].flatMap(([, x, y]) => [Number(x), Number(y)]);
    expect(Math.min(...cells)).toBe(4);
    expect(Math.max(...cells)).toBe(size - 5);
  });
});

describe('a number on paper', () => {
  const wanted = { service: 'x', for: 'Preguntas' };
  const all = ['lu', 'ma', 'mi', 'ju', 'vi', 'sa', 'do'] as const;

  it('says from when it is, and that it is old when it is', () => {
    const said = printedNumber(wanted, view({ sourceDate: '2021-01-17', conflicts: ['Otra fuente da otro número.'] }), phrases).sure;
    expect(said).toMatch(/enero de 2021/);
    expect(said).toMatch(/más de 5 años/);
    expect(said).toContain('Otra fuente da otro número.');
  });

  it('is called right only once somebody called', () => {
    expect(printedNumber(wanted, view({ sourceDate: '2026-11-01' }), phrases).sure).toMatch(/confirma/);
    expect(printedNumber(wanted, view({ verifiedOn: '2026-11-20', verifiedBy: 'Una organización' }), phrases).sure).toContain('llamó el 20 de noviembre de 2026');
  });

  it('gives its hours unless its sources say every hour of every day', () => {
    expect(alwaysOpen(view({ opens: [{ days: [...all], from: '00:00', to: '24:00' }] }))).toBe(true);
    expect(alwaysOpen(view({ opens: [{ days: all.slice(0, 6), from: '00:00', to: '24:00' }] }))).toBe(false);
    expect(printedNumber(wanted, view({ opens: [], hours: 'De lunes a sábado.' }), phrases).hours).toBe('De lunes a sábado.');
  });

  it('stops the build when the row has none', () => {
    expect(() => printedNumber(wanted, view({ phones: [] }), phrases)).toThrow('has no phone');
  });
});

describe('the letters of a poster', () => {
  it('break where they are largest for the room they get', () => {
    expect(layArt('PREGUNTA ANTES DE VIAJAR', 1.5).lines).toHaveLength(3);
    expect(layArt('PREGUNTA ANTES DE VIAJAR', 12).lines).toHaveLength(1);
  });

  it('stand whole inside their picture, accents and shadow included', () => {
    for (const words of ['CUÉNTALO HOY', 'ÚNETE YA', 'TU DNI VIAJA CONTIGO']) {
      const { viewBox, lines } = layArt(words, 1.5);
      const [left = 0, top = 0, width = 0, height = 0] = viewBox.split(' ').map(Number);
      const points = lines.flatMap((d) => [...d.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const));
      expect(Math.min(...points.map(([x]) => x))).toBeGreaterThan(left);
      expect(Math.max(...points.map(([x]) => x))).toBeLessThan(left + width - 11);
      expect(Math.min(...points.map(([, y]) => y))).toBeGreaterThan(top);
      expect(Math.max(...points.map(([, y]) => y))).toBeLessThan(top + height - 11);
    }
  });
});
