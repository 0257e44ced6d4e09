/** An article's words and links, and nothing else, out of its built page: what the web can do at best. */
export const bareArticle = (html: string): string =>
  `<!doctype html><html lang="es"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>x</title>${(/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '').replaceAll(/<(script|style|svg|picture)[\s\S]*?<\/\1>|<(img|source|link)[^>]*>|\s(class|data-[\w-]+)(="[^"]*")?/g, '')}`;
