import type { Source } from '../source.ts';
import type { Choice, End, Line, Route, Story } from './story.ts';

/** A link with the words it carries. */
export interface Named {
  readonly name: string;
  readonly href: string;
}

/** A line as it is printed: a fact carries the places of its sources in the scene's list, counted from 1. */
export type LineView = Exclude<Line, { fact: string }> | { readonly fact: string; readonly marks: readonly number[] };

export interface EndView extends Omit<End, 'signs' | 'good' | 'articles' | 'routes'> {
  readonly signs: readonly Named[];
  /** Reassuring signs: what it is, and what to check all the same. */
  readonly good: readonly { readonly name: string; readonly check: string }[];
  readonly articles: readonly Named[];
  readonly routes: readonly Route[];
}

/** One scene with everything its page prints. */
export interface SceneView {
  readonly id: string;
  readonly title: string;
  readonly first: boolean;
  readonly lines: readonly LineView[];
  readonly choices: readonly Choice[];
  readonly end: EndView | undefined;
  readonly left: { readonly min: number; readonly max: number };
  /** Scenes where the reader may have decided to come here. */
  readonly before: readonly Named[];
  readonly sources: readonly Source[];
}

export interface StoryView extends Pick<Story, 'order' | 'title' | 'description' | 'cover' | 'family' | 'you' | 'checkedOn' | 'start'> {
  readonly id: string;
  readonly scenes: readonly SceneView[];
  readonly ends: number;
}

/** Address of a scene. */
export const sceneAddress = (story: string, scene: string): string => `/historias/${story}/${scene}/`;
