import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

type Manifest = { dependencies: Record<string, string>; devDependencies: Record<string, string> };
type Lock = { packages: Record<string, { version?: string; optionalDependencies?: Record<string, string> }> };

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;
const named = { ...manifest.dependencies, ...manifest.devDependencies };

it('every dependency is pinned to one version, because a newer one may lack packages for other machines', () => {
  expect(Object.entries(named).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});

it('the lock names the platform packages of every native tool, or `npm ci` refuses on other machines', () => {
  const missing: string[] = [];
  for (const [path, { optionalDependencies = {} }] of Object.entries(lock.packages)) {
    for (const name of Object.keys(optionalDependencies)) {
      if (!/(linux|darwin|win32|windows)-/.test(name)) continue;
      const nested = `${path}/node_modules/${name}`;
      if (!(nested in lock.packages) && !(`node_modules/${name}` in lock.packages)) missing.push(`${path} wants ${name}`);
    }
  }
  expect(missing).toEqual([]);
});

it('every dependency earns its place in a line of CONTRIBUTING.md', () => {
  const text = readFileSync('CONTRIBUTING.md', 'utf8');
  const unexplained = Object.keys(named).filter((name) => !name.startsWith('@types/') && !text.includes(name));
  expect(unexplained).toEqual([]);
});
