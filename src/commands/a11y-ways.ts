import axe from 'axe-core';
import type { BrowserContextOptions, Page } from 'playwright-core';

const phone = { viewport: { width: 390, height: 844 } };

/** The ways in which people see a page. 400 % zoom of a window of 1280x1024 leaves 320x256 CSS pixels. */
export const WAYS: readonly { readonly name: string; readonly options: BrowserContextOptions }[] = [
  { name: 'light', options: { ...phone, colorScheme: 'light' } },
  { name: 'dark', options: { ...phone, colorScheme: 'dark' } },
  { name: 'forced colours', options: { ...phone, forcedColors: 'active', colorScheme: 'dark' } },
  { name: '320 px', options: { viewport: { width: 320, height: 640 } } },
  { name: '400 % zoom', options: { viewport: { width: 320, height: 256 } } },
  { name: 'wide, less motion', options: { viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' } },
];

interface Seen {
  readonly wider: number;
  readonly small: readonly string[];
  readonly order: readonly string[];
  readonly moving: readonly string[];
}

/** Runs in the page. */
function look(): Seen {
  const shown = (element: Element): boolean => element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const name = (element: Element): string => `${element.localName}${element.id === '' ? '' : `#${element.id}`} «${(element.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 30)}»`;
  // A link inside a sentence may be as tall as its line (WCAG 2.5.8); what stands by itself has 44 px.
  const inSentence = (element: Element): boolean => {
    const parent = element.parentElement;
    // The mark of a source stands in a <sup> of its own.
    if (parent?.localName === 'sup') return true;
    return parent !== null && getComputedStyle(element).display === 'inline' && [...parent.childNodes].some((node) => node !== element && node.nodeType === Node.TEXT_NODE && /\p{L}{2}/u.test(node.textContent ?? ''));
  };
  const targets = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')].filter(shown);
  const tall = (element: Element): number => {
    // A label around a box or tied to it is its target as well.
    const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
    // A link whose ::after lies over its whole card is as tall as the card.
    const { content, position } = getComputedStyle(element, '::after');
    const card = content !== 'none' && position === 'absolute' && element instanceof HTMLElement ? [element.offsetParent ?? element] : [];
    return Math.max(...[element, ...labels, ...card].map((each) => each.getBoundingClientRect().height));
  };
  const small = targets.filter((element) => !element.closest('.hidden-words, .skip, svg') && !inSentence(element) && tall(element) < 43.5).map((element) => `${name(element)} is ${Math.round(tall(element))} px tall`);
  const order: string[] = [];
  const levels = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].filter(shown).map((heading) => [Number(heading.localName[1]), name(heading)] as const);
  levels.forEach(([level, text], at) => {
    if (at > 0 && level > (levels[at - 1]?.[0] ?? 0) + 1) order.push(`the heading ${text} skips a level`);
  });
  const landmarks = [...document.querySelectorAll('body > header, main, body > footer')].map(({ localName }) => localName).join(' ');
  // A file that a teacher takes away is nothing but its quiz.
  if (landmarks !== (location.pathname.startsWith('/docentes/archivos/') ? 'main' : 'header main footer')) order.push(`landmarks are read as «${landmarks}»`);
  if (document.querySelector('[tabindex]:not([tabindex="0"]):not([tabindex="-1"])') !== null) order.push('a tabindex changes the order of the keyboard');
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const moving = still ? document.getAnimations().filter(({ playState }) => playState === 'running').map((animation) => `moves though less motion is asked for: ${animation.effect instanceof KeyframeEffect && animation.effect.target !== null ? name(animation.effect.target) : 'something'}`) : [];
  return { wider: document.documentElement.scrollWidth - document.documentElement.clientWidth, small, order, moving };
}

/** What is wrong with the page as it stands, a line each. */
export async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const violations = await page.evaluate(async () => {
    const { violations: all } = await (globalThis as unknown as { axe: typeof axe }).axe.run(document, {
      resultTypes: ['violations'],
      // There the system sets every colour, and axe measures those that the page asked for.
      rules: { 'color-contrast': { enabled: !matchMedia('(forced-colors: active)').matches } },
    });
    return all.map(({ id, nodes }) => `axe ${id}: ${nodes.map(({ target }) => target.join(' ')).slice(0, 3).join(' | ')}`);
  });
  const { wider, small, order, moving } = await page.evaluate(look);
  return [...violations, ...(wider > 0 ? [`it scrolls sideways by ${wider} px`] : []), ...new Set(small), ...order, ...moving];
}
