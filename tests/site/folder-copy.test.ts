import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { packSite } from '../../src/commands/build-pack.ts';
import { files as built } from './built.ts';

const { zip, files } = await packSite();
const text = (name: string): string => new TextDecoder().decode(files.get(`sin-trampa/${name}`));
const pages = [...files.keys()].filter((name) => name.endsWith('/index.html')).map((name) => name.slice('sin-trampa/'.length));

describe('the site as files in a folder', () => {
  it('comes out the same, byte for byte, in another time zone too', async () => {
    const zone = process.env['TZ'];
    process.env['TZ'] = 'Asia/Tokyo';
    try {
      expect(Buffer.compare((await packSite()).zip, zip)).toBe(0);
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
    expect(Object.keys(unzipSync(zip))).toEqual([...files.keys()].sort());
  });

  it('has every Spanish page but those that only a server can answer', () => {
    const left = built.filter((file) => file.endsWith('index.html') && !pages.includes(file));
    expect(left.filter((file) => !/^en\/|^datos\/|^denuncia\/respuesta\/|^sin-internet\/no-guardada\//.test(file))).toEqual([]);
  });

  it('leads nowhere outside itself: each address is a file of the folder', () => {
    const lost: string[] = [];
    for (const page of pages)
      for (const [, address = ''] of text(page).matchAll(/\s(?:href|src)="([^"]*)"/g)) {
        if (/^(?:https?:|tel:|mailto:|sms:|geo:|data:|#|\?)/.test(address)) continue;
        const target = decodeURI(new URL(address, `file:///sin-trampa/${page}`).pathname.slice(1));
        if (!files.has(target)) lost.push(`${page}: ${address}`);
      }
    expect(lost).toEqual([]);
  });

  it('lets no page call out: no connection, no form, no module, no worker', () => {
    for (const page of pages) {
      const html = text(page);
      const policy = /http-equiv="content-security-policy" content="([^"]*)"/.exec(html)?.[1] ?? '';
      expect(policy, page).toContain("default-src 'none'");
      expect(policy, page).toContain("form-action 'none'");
      expect(policy, page).not.toMatch(/connect-src|'self'|https?:|unsafe/);
      expect(html, page).not.toMatch(/type="module"|<astro-island/);
    }
  });

  it('says on each page that it is a copy and of which day', () => {
    for (const page of pages) expect(text(page), page).toMatch(/<p data-kept[^>]*>(?:<strong>)?Esta es una copia en carpeta, hecha el \d{1,2} de \w+ de 20\d\d/);
  });

  it('tells a school how to open it', () => {
    expect(text('LEEME.txt')).toMatch(/index\.html[\s\S]*borrarla/);
  });
});
