import type { Line } from './scene.js';

const ENGLISH: readonly Line[] = [
  { kind: 'call', label: 'Call 988', target: '988', note: '', language: 'en' },
  { kind: 'text', label: 'Text 988', target: '988', note: '', language: 'en' },
  { kind: 'call', label: 'Call 911', target: '911', note: '', language: 'en' },
];

const OWN: Readonly<Record<string, readonly Line[]>> = {
  es: [
    { kind: 'call', label: 'Llame al 988 y oprima el 2', target: '988', note: '', language: 'es' },
    { kind: 'text', label: 'Mande AYUDA al 988', target: '988', note: '', language: 'es' },
    { kind: 'call', label: 'Llame al 911', target: '911', note: '', language: 'es' },
  ],
};

/** Shown when even the settings cannot be read: the numbers that hold in the whole country, in English where a language has none of its own. */
export const lastLines = (code: string): readonly Line[] => OWN[code] ?? ENGLISH;
