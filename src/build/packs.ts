/**
 * What can be kept on a phone. A pack is a rule over addresses, so that a new article or a new story
 * joins by itself; a pack whose pages are not built yet is not offered.
 * Each has its name in content/interface/es/offline.json.
 */
export const packs = [
  { id: 'articulos', from: '/articulos/' },
  { id: 'cuestionarios', from: '/test/' },
  { id: 'historias', from: '/historias/' },
  { id: 'docentes', from: '/docentes/' },
] as const;

/** Kept after one visit: whom to call, where, what to do, and the checker. Measured in tests/site/offline.test.ts. */
export const emergency = {
  pages: ['/', '/ayuda/', '/ayuda/como-pedir-ayuda/', '/articulos/mi-hija-no-contesta/', '/revisa/', '/sin-internet/', '/sin-internet/no-guardada/'],
  data: ['/ayuda/directorio.json', '/ayuda/lugares.json', '/revisa/revisor.json', '/marca/logo.svg', '/icono.svg', '/nota.svg'],
  /** Too heavy for it, or of no use without the network: pictures, and the tools that open on request. */
  without: /\/portadas\/|\/_astro\/[\w.-]+\.svg$|photo-form|guided-form|plan-|verify-walk|\/ocr\./,
  /**
   * Poster words are outlines, heavy and decorative: the same words stand beside them; the first page keeps a phone's.
   * Pictures that are left out leave no hole, and an article does not list others that this pack doesn't have.
   */
  cut: /<svg class="poster (?:words|yes wide|no wide)"[\s\S]*?<\/svg>|<picture class="cover[\s\S]*?<\/picture>|(?<=<div class="no-print flow"[^>]*>\s*)<h2[^>]*>[^<]*<\/h2>\s*<ul class="cards"[\s\S]*?<\/ul>|<img class="(?:cover|scene)"[^>]*>/g,
} as const;

export const missingPage = '/sin-internet/no-guardada/';
