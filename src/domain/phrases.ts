import { dayFormat } from '#domain/day-format.ts';

/**
 * The words of the interface, room by room. The Spanish files are the canon: their shape is the
 * type, and a test holds every other language to the same keys.
 */
export type FramePhrases = typeof import('../../content/interface/es/frame.json');
export type HomePhrases = typeof import('../../content/interface/es/home.json');
export type ArticlePhrases = typeof import('../../content/interface/es/article.json');
export type SearchPhrases = typeof import('../../content/interface/es/search.json');
export type NotFoundPhrases = typeof import('../../content/interface/es/not-found.json');
export type SelfCheckPhrases = typeof import('../../content/interface/es/self-check.json');
export type DirectoryPhrases = typeof import('../../content/interface/es/directory.json');
export type OfferPhrases = typeof import('../../content/interface/es/offer.json');
export type OfflinePhrases = typeof import('../../content/interface/es/offline.json');
export type FolderCopyPhrases = typeof import('../../content/interface/es/folder-copy.json');
export type FiguresPhrases = typeof import('../../content/interface/es/figures.json');
export type TakeAlongPhrases = typeof import('../../content/interface/es/take-along.json');
export type TipPhrases = typeof import('../../content/interface/es/tip.json');
export type StoryPhrases = typeof import('../../content/interface/es/story.json');
export type ReadAloudPhrases = typeof import('../../content/interface/es/read-aloud.json');
export type ClassroomPhrases = typeof import('../../content/interface/es/classroom.json');
export type ClassPackPhrases = typeof import('../../content/interface/es/class-pack.json');
export type ClassSessionPhrases = typeof import('../../content/interface/es/class-session.json');
export type OwnSetPhrases = typeof import('../../content/interface/es/own-set.json');
export type OfficialsPhrases = typeof import('../../content/interface/es/officials.json');
export type CampaignPhrases = typeof import('../../content/interface/es/campaign.json');
export type DeskPhrases = typeof import('../../content/interface/es/desk.json');

/** Which words belong to which room: the file's name, and its shape. */
export interface Rooms {
  frame: FramePhrases;
  home: HomePhrases;
  article: ArticlePhrases;
  search: SearchPhrases;
  'not-found': NotFoundPhrases;
  'self-check': SelfCheckPhrases;
  directory: DirectoryPhrases;
  offer: OfferPhrases;
  offline: OfflinePhrases;
  'folder-copy': FolderCopyPhrases;
  figures: FiguresPhrases;
  'take-along': TakeAlongPhrases;
  tip: TipPhrases;
  story: StoryPhrases;
  'read-aloud': ReadAloudPhrases;
  classroom: ClassroomPhrases;
  'class-pack': ClassPackPhrases;
  'class-session': ClassSessionPhrases;
  'own-set': OwnSetPhrases;
  officials: OfficialsPhrases;
  campaign: CampaignPhrases;
}

/** Fills `{name}` places in a phrase; throws when a value is missing, so that no reader sees a brace. */
export function fill(phrase: string, values: Readonly<Record<string, string | number>>): string {
  return phrase.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`The phrase «${phrase}» needs a value for {${name}}.`);
    return String(value);
  });
}

/** A calendar day in words («24 de noviembre de 2026»), in the given language; time of day is ignored. */
export function dayInWords(day: Date, languageTag: string): string {
  return dayFormat(languageTag, { dateStyle: 'long' }).format(day);
}
