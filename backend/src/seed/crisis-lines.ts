import type { CrisisLineView } from '../settings/index.js';

type Line = Omit<CrisisLineView, 'id' | 'checkedOn' | 'checkedBy'>;

const EVERYWHERE = { place: 'US', language: 'en', audience: 'everyone' } as const;
const SPANISH = { ...EVERYWHERE, language: 'es' } as const;

/** What every install starts with. Nobody has checked them here: the first administrator confirms them before the form opens. */
export const FIRST_LINES: readonly Line[] = [
  { ...EVERYWHERE, kind: 'call', label: 'Call 988', target: '988', note: 'Crisis line, day and night', position: 1, source: '988lifeline.org' },
  { ...EVERYWHERE, kind: 'text', label: 'Text 988', target: '988', note: 'No voice needed', position: 2, source: '988lifeline.org' },
  { ...EVERYWHERE, kind: 'call', label: 'Call 911', target: '911', note: 'Danger to life', position: 9, source: '911.gov' },
  { ...EVERYWHERE, audience: 'youth', kind: 'call', label: 'Call or text 988', target: '988', note: 'Young people too, any time', position: 0, source: '988lifeline.org' },
  // Read at 988lifeline.org/get-help/what-to-expect: press 2 for Spanish, text AYUDA.
  { ...SPANISH, kind: 'call', label: 'Llame al 988 y oprima el 2', target: '988', note: 'Línea de crisis, día y noche', position: 1, source: '988lifeline.org' },
  { ...SPANISH, kind: 'text', label: 'Mande AYUDA al 988', target: '988', note: 'Sin hablar', position: 2, source: '988lifeline.org' },
  { ...SPANISH, kind: 'call', label: 'Llame al 911', target: '911', note: 'Peligro de muerte', position: 9, source: '911.gov' },
  { ...SPANISH, audience: 'youth', kind: 'call', label: 'Llame al 988 (oprima el 2) o mande AYUDA', target: '988', note: 'También para jóvenes, a toda hora', position: 0, source: '988lifeline.org' },
];

/** Invented lines of the demo's county. */
export const DEMO_LINES: readonly Line[] = [
  { ...EVERYWHERE, place: 'Alder County (demo)', kind: 'call', label: 'Call 555-0112', target: '555-0112', note: 'County peer line (demo)', position: 3, source: 'invented' },
  { ...SPANISH, place: 'Alder County (demo)', kind: 'call', label: 'Llame al 555-0112', target: '555-0112', note: 'Línea de apoyo del condado (demo)', position: 3, source: 'invented' },
  { ...EVERYWHERE, place: 'Alder County (demo)', audience: 'youth', kind: 'text', label: 'Text 555-0113', target: '555-0113', note: 'County youth line (demo)', position: 1, source: 'invented' },
];
