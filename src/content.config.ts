import { defineCollection } from 'astro:content';
import { file, glob } from 'astro/loaders';
import { buildDay } from '#domain/build-day.ts';
import { articleSchema, pageSchema } from '#domain/article.ts';
import { campaignDaySchema } from '#domain/campaign/day.ts';
import { campaignPieceSchema } from '#domain/campaign/piece.ts';
import { classSessionSchema } from '#domain/class-session/class-session.ts';
import { familyLetterSchema } from '#domain/class-session/family-letter.ts';
import { storyDiceSchema } from '#domain/class-session/story-dice.ts';
import { worksheetSchema } from '#domain/class-session/worksheet.ts';
import { figureSchema } from '#domain/figure/figure.ts';
import { lessonSchema } from '#domain/lesson.ts';
import { reassuringSignSchema, warningSignSchema } from '#domain/offer/sign.ts';
import { beforeAfterSchema, quizSchema } from '#domain/quiz/quiz.ts';
import { selfCheckSchema } from '#domain/self-check/self-check.ts';
import { regionSchema } from '#domain/region.ts';
import { serviceSchema } from '#domain/service/service.ts';
import { sourceSchema } from '#domain/source.ts';
import { siteSchema } from '#domain/site.ts';
import { storySchema } from '#domain/story/story.ts';
import { uniqueEntries } from '#domain/unique.ts';
import { parse } from 'yaml';
import { prose } from '#build/prose/loader.ts';

/** A YAML list whose ids are unique, or the build stops. */
const list = (path: string) => file(path, { parser: (text) => uniqueEntries(parse(text), path) });
/** One entry a file; its path below the folder is its id. */
const folder = (name: string, pattern: string) => glob({ base: `./content/${name}`, pattern });
/** One entry a file; its name alone is its id (src/build/unique-names.ts refuses a name that stands twice). */
const names = (name: string) =>
  glob({ base: `./content/${name}`, pattern: '**/*.yaml', generateId: ({ entry }) => entry.replace(/^.*\/|\.yaml$/g, '') });

const today = buildDay(process.env, new Date());

export const collections = {
  articles: defineCollection({ loader: prose('./content/articles', '**/*.mdx'), schema: articleSchema }),
  beforeAfter: defineCollection({ loader: folder('before-after', '**/*.yaml'), schema: beforeAfterSchema }),
  campaignDays: defineCollection({ loader: folder('campaign/days', '**/*.yaml'), schema: campaignDaySchema }),
  campaignPieces: defineCollection({ loader: folder('campaign/pieces', '**/*.yaml'), schema: campaignPieceSchema }),
  classSessions: defineCollection({ loader: folder('class-sessions', '**/*.yaml'), schema: classSessionSchema }),
  familyLetter: defineCollection({ loader: folder('family-letter', '*.yaml'), schema: familyLetterSchema }),
  figures: defineCollection({ loader: folder('figures', '**/*.yaml'), schema: figureSchema }),
  lessons: defineCollection({ loader: prose('./content/lessons', '**/*.mdx'), schema: lessonSchema }),
  pages: defineCollection({ loader: prose('./content/pages', '**/*.mdx'), schema: pageSchema }),
  quizzes: defineCollection({ loader: folder('quizzes', '**/*.yaml'), schema: quizSchema }),
  selfChecks: defineCollection({ loader: folder('self-checks', '**/*.yaml'), schema: selfCheckSchema }),
  reassuringSigns: defineCollection({ loader: names('reassuring-signs'), schema: reassuringSignSchema }),
  regions: defineCollection({ loader: list('content/regions.yaml'), schema: regionSchema }),
  services: defineCollection({ loader: names('services'), schema: serviceSchema(today) }),
  sources: defineCollection({ loader: list('content/sources.yaml'), schema: sourceSchema }),
  site: defineCollection({ loader: file('content/site.yaml', { parser: (text) => ({ site: parse(text) }) }), schema: siteSchema }),
  stories: defineCollection({ loader: folder('stories', '**/*.yaml'), schema: storySchema }),
  storyDice: defineCollection({ loader: folder('story-dice', '*.yaml'), schema: storyDiceSchema }),
  warningSigns: defineCollection({ loader: names('warning-signs'), schema: warningSignSchema }),
  worksheets: defineCollection({ loader: folder('worksheets', '**/*.yaml'), schema: worksheetSchema }),
};
