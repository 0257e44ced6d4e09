import { describe, expect, it } from 'vitest';
import { readPlainArticles } from '../../src/commands/peers/articles.ts';
import { mediansOf, standing, table } from '../../src/commands/peers/standing.ts';

describe('the same articles for every peer', () => {
  const articles = readPlainArticles();

  it('are plain Markdown: text, picture and sources, and no component of ours', () => {
    expect(articles.length).toBeGreaterThan(40);
    for (const { slug, markdown } of articles) {
      expect(markdown, slug).not.toMatch(/<(Fuente|Mensaje|Aviso)/);
      expect(markdown, slug).toContain(`/portadas/${slug}-alta.svg`);
      expect(markdown.split('## Fuentes')[1], slug).toMatch(/^\s*1\. /);
    }
  });
});

describe('where ours stands', () => {
  const column = { what: 'all', head: 'in all', unit: ' B' };
  const ours = { name: 'ours', values: { all: 100 } };

  it('is behind whoever needs less, and says who', () => {
    expect(standing(column, ours, [{ name: 'heavy', values: { all: 300 } }, { name: 'light', values: { all: 90 } }]).said).toBe('in all: behind light 90 B');
  });

  it('is first when everyone needs more, and level when someone shows the same', () => {
    expect(standing(column, ours, [{ name: 'heavy', values: { all: 101 } }]).said).toBe('in all: first');
    const level = standing(column, ours, [{ name: 'same', values: { all: 99.9 } }]);
    expect(level).toMatchObject({ before: [], level: ['same'] });
  });

  it('is not first with a measure that is missing', () => {
    expect(standing(column, { name: 'ours', values: {} }, [{ name: 'heavy', values: { all: 300 } }]).before).toEqual(['heavy 300 B']);
  });

  it('takes the middle of several runs, and leaves a dash for what a site does not have', () => {
    expect(mediansOf([{ all: 9 }, { all: 1 }, { all: 5 }])).toEqual({ all: 5 });
    expect(table([column], [ours, { name: 'bare', values: {} }])[2]).toMatch(/–$/);
  });
});
