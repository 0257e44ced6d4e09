/**
 * `npm run check:html`: the W3C Nu checker over every built page. Stands beside `npm test` and not
 * in it, because it needs Java. vnu-jar is fetched here and not listed in package.json: its install
 * script looks for a Java of its own on the open net, and `npm ci` must not depend on that.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const VERSION = '26.9.27';
const home = join('node_modules', '.cache', 'vnu');
const jar = join(home, 'node_modules', 'vnu-jar', 'build', 'dist', 'vnu.jar');

if (spawnSync('java', ['-version']).status !== 0) {
  console.error('check:html needs Java 17 or newer on the PATH (Debian: apt-get install default-jre-headless).');
  process.exit(1);
}
if (!existsSync('dist/index.html')) {
  console.error('There is no built site to check: run `npm run build` first.');
  process.exit(1);
}
if (!existsSync(jar)) execFileSync('npm', ['install', '--prefix', home, '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', `vnu-jar@${VERSION}`], { stdio: 'inherit' });

/** What the checker's stylesheet reader does not know yet, and browsers do: container units, `::highlight`, `@view-transition`. */
const TOO_NEW = 'CSS: (?:Unrecognized at-rule .@view-transition.|Parse Error\\.|.+Unknown dimension\\.|.container-type.: Property .container-type. doesn.t exist\\.)';

const { status } = spawnSync('java', ['-Xss4m', '-jar', jar, '--errors-only', '--skip-non-html', '--asciiquotes', '--filterpattern', TOO_NEW, 'dist'], { stdio: 'inherit' });
console.log(status === 0 ? 'Nu: no error in the built HTML.' : 'Nu: the errors above are in the built HTML.');
process.exitCode = status ?? 1;
