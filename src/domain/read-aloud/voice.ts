/** What is needed to know of a voice; the browser's `SpeechSynthesisVoice` fits. */
export interface VoiceLike {
  readonly lang: string;
  readonly localService: boolean;
}

/** Nearest to the ear of Peru first; any other Spanish after these. */
const NEAREST = ['es-pe', 'es-419', 'es-mx', 'es-us'];

/**
 * The Spanish voice to read with, or undefined. Only voices of the device: a network voice would send
 * what somebody reads to a stranger. Some phones write `es_PE`.
 */
export function spanishVoice<Voice extends VoiceLike>(voices: readonly Voice[]): Voice | undefined {
  const far = (voice: Voice): number => (NEAREST.indexOf(voice.lang.toLowerCase().replace('_', '-')) + NEAREST.length + 1) % (NEAREST.length + 1);
  return voices.filter(({ lang, localService }) => localService && /^es(?:[-_]|$)/i.test(lang)).sort((a, b) => far(a) - far(b))[0];
}
