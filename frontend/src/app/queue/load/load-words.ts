import type { PersonLoadView } from '../../api/types';

/** The numbers of a person's load. Each opens the rows that it counts. */
export const FIGURES = [
  { code: 'open', name: 'Open', title: 'open' },
  { code: 'due', name: 'Due now', title: 'due now' },
  { code: 'overdue', name: 'Overdue', title: 'overdue' },
  { code: 'untouched', name: 'Untouched', title: 'untouched' },
  { code: 'snoozed', name: 'Snoozed', title: 'snoozed' },
] as const satisfies readonly { code: keyof PersonLoadView; name: string; title: string }[];
export type Figure = (typeof FIGURES)[number]['code'];

export const isFigure = (only: string | undefined): only is Figure => FIGURES.some(({ code }) => code === only);

/** "Ruth Adler, overdue": the name is known as soon as there is a row. */
export function figureTitle(only: Figure, name: string | undefined): string {
  const title = FIGURES.find(({ code }) => code === only)?.title ?? '';
  return name ? `${name}, ${title}` : `A colleague’s requests, ${title}`;
}

export const rowsPath = (figure: { of: string; only: Figure } | null): string | null => (figure ? `/reports/load/${encodeURIComponent(figure.of)}/${figure.only}` : null);
