import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { compileSigns } from '#domain/offer/offer.ts';
import { checkLine } from '#commands/revisa.ts';
import { readShelf } from '#commands/sign-book.ts';

const engine = compileSigns(readShelf().book);
const run = (args: string[], input: string) => spawnSync(process.execPath, ['src/commands/revisa.ts', ...args], { input, encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } });

describe('an organisation that checks many offers', () => {
  it('gets for each line the id, the level and the signs with their place in the text', () => {
    const text = 'Cocinera para la mina, tu DNI se queda con el capataz';
    const result = checkLine(JSON.stringify({ id: 'x1', text }), 1, engine);
    expect(result).toMatchObject({ id: 'x1', level: 'alto' });
    if ('error' in result) throw new Error(result.error);
    for (const { quote, start, end, severity } of result.signs) {
      expect(text.slice(start, end)).toBe(quote);
      expect(['critica', 'alta', 'media', 'baja']).toContain(severity);
    }
  });

  it.each([['not json'], ['{"id":true,"text":"x"}'], ['{"id":1e999,"text":"x"}'], ['{"id":1}'], ['{"text":5}'], ['[]'], ['null'], ['{"text":']])('gets the line number of a bad line: %s', (line) => {
    expect(checkLine(line, 7, engine)).toMatchObject({ error: expect.any(String), line: 7 });
  });

  it('a bad line does not stop the run', () => {
    const { stdout, status } = run(['--jsonl'], '{"id":"a","text":"Se busca mozo, av. Grau 120"}\nnada\n\n{"id":"b","text":""}\n');
    const lines = stdout.trim().split('\n').map((l) => JSON.parse(l) as Record<string, unknown>);
    expect(status).toBe(0);
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatchObject({ id: 'a' });
    expect(lines[1]).toMatchObject({ line: 2 });
    expect(lines[2]).toMatchObject({ id: 'b', level: 'no-es-oferta', signs: [] });
  });

  it('gets an answer for each line, whatever ends the lines and wherever a block of the file ends', () => {
    const lines = Array.from({ length: 1200 }, (_, id) => JSON.stringify({ id, text: `Se busca señorita ${'ñ'.repeat(id % 90)} para bar` }));
    const { stdout } = run(['--jsonl'], lines.map((line, i) => line + ['\n', '\r\n', '\r', '\n\n'][i % 4]).join(''));
    expect(stdout.trim().split('\n').map((line) => (JSON.parse(line) as { id: number }).id)).toEqual(lines.map((_, id) => id));
  });

  it('gets a table by level and sign', () => {
    const { stdout } = run(['--summary'], '{"id":"a","text":"Chicas para night club"}\n{"id":"b","text":"Se busca mozo, av. Grau 120"}\n');
    expect(stdout).toContain('alto');
    expect(stdout).toContain('rubro_sexualizado');
  });

  it('one typed offer gets words to read, never «segura»', () => {
    const { stdout } = run([], 'Señorita para bar en la mina, te pago el pasaje y lo devuelves con tu trabajo');
    expect(stdout).toContain('ALTO');
    expect(stdout).toContain('1818');
    expect(stdout.toLowerCase()).not.toContain('segura');
  });
});
