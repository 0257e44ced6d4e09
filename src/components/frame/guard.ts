import source from './guard.js?raw';
import { squeeze } from './squeeze.ts';

/** The head script as every page prints it. */
export const guard: string = squeeze(source);
