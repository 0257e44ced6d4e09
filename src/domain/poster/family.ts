/** Article families: each shares one scene and one ink, so that a reader knows them again. */
export const families = ['oferta', 'viaje', 'deuda', 'redes', 'mina', 'hogar', 'derechos', 'familia'] as const;
export type Family = (typeof families)[number];

/** A poster's inks, as the tokens in src/styles/tokens.css name them, with the same values for pictures made at build. */
export interface Ink {
  readonly ground: string;
  readonly ray: string;
  readonly word: string;
  readonly shadow: string;
}

const ink = (ground: string, ray: string, word: string, shadow: string): Ink => ({ ground, ray, word, shadow });

export const inks: Readonly<Record<Family, Ink>> = {
  oferta: ink('#c4006b', '#d4338a', '#f4f03a', '#3d0022'),
  viaje: ink('#1d3fbb', '#3f5ec9', '#3df07a', '#0a1742'),
  deuda: ink('#17121f', '#3a3344', '#ff8a1f', '#6b2a00'),
  redes: ink('#5b1fa8', '#7a47bd', '#3fd8ff', '#22063f'),
  mina: ink('#b84300', '#c96433', '#fff8ea', '#3f1700'),
  hogar: ink('#0b6b3a', '#348659', '#f4f03a', '#03301a'),
  derechos: ink('#006a85', '#2f86a0', '#fff8ea', '#002b36'),
  familia: ink('#8c0f3f', '#a43f65', '#ff8a1f', '#330013'),
};
