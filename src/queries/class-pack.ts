import { getCollection, getEntry } from 'astro:content';
import type { CallLine, FamilyLetter } from '#domain/class-session/family-letter.ts';
import type { StoryDice } from '#domain/class-session/story-dice.ts';
import { pickItems, type ReadyWorksheet } from '#domain/class-session/worksheet.ts';
import { localeOf, type Locale } from '#domain/locale.ts';
import { citedSources, levels } from '#domain/quiz/quiz.ts';
import type { Day } from '#domain/service/source-date.ts';
import type { Source } from '#domain/source.ts';
import { getPhrases } from './phrases.ts';
import { getQuizzes } from './quizzes.ts';
import { getService } from './services.ts';
import { resolveSources } from './sources.ts';

/** The worksheets of a language by the id of their session, each with its questions and everything it cites; stops the build when one of them is missing. */
export async function getWorksheets(locale: Locale): Promise<ReadyWorksheet[]> {
  const quizzes = await getQuizzes(locale);
  const entries = await getCollection('worksheets', (entry) => localeOf(entry.id).locale === locale);
  const inOrder = entries.sort((a, b) => levels.indexOf(a.data.level) - levels.indexOf(b.data.level));
  return Promise.all(
    inOrder.map(async ({ id, data }) => {
      const file = `content/worksheets/${id}.yaml`;
      const quiz = quizzes.find(({ level }) => level === data.level);
      if (quiz === undefined) throw new Error(`${file}: no quiz has the level «${data.level}».`);
      const items = pickItems(data, quiz, file);
      return { ...data, id: localeOf(id).id, items, sources: await resolveSources([...new Set([...citedSources({ items }), ...data.sources])], file) };
    }),
  );
}

/** The letter to families of a language, the numbers as the directory has them on `today`, and what it rests on. */
export async function getFamilyLetter(locale: Locale, today: Day): Promise<Omit<FamilyLetter, 'call' | 'sources'> & { readonly call: readonly CallLine[]; readonly sources: readonly Source[] }> {
  const file = `content/family-letter/${locale}.yaml`;
  const entry = await getEntry('familyLetter', locale);
  if (entry === undefined) throw new Error(`${file} is missing: copy the Spanish file and translate it.`);
  return { ...entry.data, call: await callLines(entry.data.call, today, file), sources: await resolveSources(entry.data.sources, file) };
}

/** The papers of the pack that belong to no one session: the cards, the dice and the letter, each with its address and a sentence. */
export async function getPapers(locale: Locale): Promise<{ readonly href: string; readonly title: string; readonly says: string }[]> {
  const { shelf } = getPhrases(locale, 'class-pack');
  const [dice, letter] = [await getEntry('storyDice', locale), await getEntry('familyLetter', locale)];
  return [
    { href: '/docentes/sesiones/tarjetas/', title: getPhrases(locale, 'class-session').cards.title, says: shelf.cards },
    ...(dice === undefined ? [] : [{ href: '/docentes/material/dados/', title: dice.data.title, says: shelf.dice }]),
    ...(letter === undefined ? [] : [{ href: '/docentes/material/carta-a-la-familia/', title: letter.data.title, says: shelf.letter }]),
  ];
}

/** The number of each line, from the directory; a line without one stops the build. */
async function callLines(call: FamilyLetter['call'], today: Day, file: string): Promise<CallLine[]> {
  return Promise.all(
    call.map(async ({ id, when, say }) => {
      const number = (await getService(id, today)).phones[0]?.number;
      if (number === undefined) throw new Error(`${file}: «${id}» has no phone in the directory; name another service.`);
      return { when, number, say };
    }),
  );
}

/** The story dice of a language and the sources of the signs on their faces; stops the build when a sign is unknown. */
export async function getStoryDice(locale: Locale): Promise<StoryDice & { readonly sources: readonly Source[] }> {
  const file = `content/story-dice/${locale}.yaml`;
  const entry = await getEntry('storyDice', locale);
  if (entry === undefined) throw new Error(`${file} is missing: copy the Spanish file and translate it.`);
  const warning = new Map((await getCollection('warningSigns')).map(({ id, data }) => [id, data.sources]));
  const reassuring = new Set((await getCollection('reassuringSigns')).map(({ id }) => id));
  const cited = entry.data.dice.flatMap(({ faces }) =>
    faces.flatMap(({ says, hears, sign }) => {
      if (sign === undefined) return [];
      if (hears === 'senal' ? !warning.has(sign) : !reassuring.has(sign)) throw new Error(`${file}: «${says}» names the sign «${sign}», which does not exist; correct the id.`);
      return warning.get(sign) ?? [];
    }),
  );
  return { ...entry.data, sources: await resolveSources([...new Set(cited)], file) };
}
