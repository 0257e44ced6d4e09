import fc from 'fast-check';
import type { Source } from '../../../src/domain/source.ts';
import { reached, type Graph } from '../../../src/domain/story/graph.ts';
import type { EndView, LineView, SceneView, StoryView } from '../../../src/domain/story/view.ts';

export type Scenes = Record<string, { choices?: { go: string }[]; end?: { kind: string } }>;

/** A story that holds: every scene leads to two or three later ones, the last ones end, and nobody is left out. */
export const stories = fc
  .array(fc.tuple(fc.nat(1000), fc.nat(1000), fc.nat(1000)), { minLength: 3, maxLength: 12 })
  .map((seeds): Graph => {
    const count = seeds.length;
    const scenes: Scenes = {};
    seeds.forEach((three, i) => {
      const room = count - i - 1;
      const ways = new Set(room < 2 ? [] : three.map((seed) => i + 1 + (seed % room)));
      scenes[`e${i}`] = ways.size < 2 ? { end: { kind: 'no' } } : { choices: [...ways].map((to) => ({ go: `e${to}` })) };
    });
    const seen = reached({ start: 'e0', scenes });
    return { start: 'e0', scenes: Object.fromEntries(Object.entries(scenes).filter(([id]) => seen.has(id))) };
  })
  .filter(({ scenes }) => Object.keys(scenes).length > 2);

const source = (id: string): Source => ({ id, about: `Lo que dice ${id}`, publisher: id, date: '2025', strength: 'B', linkable: true });
const article = (id: string): { name: string; href: string } => ({ name: id, href: `/articulos/${id}/` });
const end = (part: Partial<EndView>): EndView => ({ kind: 'no', why: 'Faltaban datos.', act: 'Pregunta.', signs: [], good: [], articles: [article('a')], routes: ['confianza'], ...part });

function scene(id: string, title: string, part: { lines?: LineView[]; sources?: string[]; ways?: [string, string][]; end?: EndView }): SceneView {
  const choices = (part.ways ?? []).map(([say, go]) => ({ say, go }));
  return { id, title, first: id === 'llega', lines: part.lines ?? [], choices, end: part.end, left: { min: 0, max: 0 }, before: [], sources: (part.sources ?? []).map(source) };
}

/** A story of four scenes whose file names the ends before the scene that leads to them. */
export function storyView(): StoryView {
  const scenes = [
    scene('llega', 'Llega', { lines: [{ fact: 'Un hecho.', marks: [1] }], sources: ['fiscalia'], ways: [['Preguntas.', 'pregunta'], ['Dices que no.', 'no']] }),
    scene('no', 'Un no', { end: end({ routes: ['1818', 'confianza'] }) }),
    scene('ayuda', 'Ayuda', { end: end({ kind: 'ayuda', articles: [article('a'), article('b')], routes: ['105', 'confianza'] }) }),
    scene('pregunta', 'Pregunta', { lines: [{ tell: 'Contesta.' }, { fact: 'Otro hecho.', marks: [1, 2] }], sources: ['diario', 'fiscalia'], ways: [['Dices que no.', 'no'], ['Avisas.', 'ayuda']] }),
  ];
  return { id: 'ejemplo', order: 1, title: 'Un ejemplo', description: 'Una historia de cuatro escenas.', cover: 'EJEMPLO', family: 'oferta', you: 'Eres Rosa.', checkedOn: new Date('2026-11-28'), start: 'llega', scenes, ends: 2 };
}
