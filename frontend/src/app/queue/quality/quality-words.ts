import type { QualityLineView, QualityMonthView } from '../../api/types';

/** The five questions, in the order in which points are kept. */
export const QUESTIONS = [
  { name: 'Listened', asks: 'Did they listen, and say back what they had understood?', hint: 'The note holds what the person wants in the person’s own sense.' },
  { name: 'Safety', asks: 'Did they ask about safety, and how to contact them safely?', hint: 'Does not apply where the person had answered it and nothing spoke against it.' },
  { name: 'Choices', asks: 'Were at least three choices given, one of them of peers where there was one?', hint: 'Fewer with the reason written down is a yes.' },
  { name: 'Why', asks: 'Was it explained why each choice fits, without pressing for one?', hint: 'What to ask for and what it costs belongs to it.' },
  { name: 'Follow-up', asks: 'Was it agreed whether, when and how they are asked again?', hint: 'A “no, thank you” that was written down is a yes.' },
] as const;
/** From the practice of information and referral, named beside the form. */
export const SOURCE = 'From the Inform USA standards for information and referral (assessment, referral, follow-up) and North Dakota’s rule of at least three choices (manual 650-50-25), in our words.';

export const POINTS = [{ value: 2, name: 'Yes' }, { value: 1, name: 'In part' }, { value: 0, name: 'No' }, { value: null, name: 'Does not apply' }] as const;
export type Points = (typeof POINTS)[number]['value'];
export const pointsName = (points: number | null): string => POINTS.find(({ value }) => value === points)?.name ?? '';

/** What became of a record, as its reviewer sees it. */
export function stateOf({ doneAt, points, of, hasNote, seen, answered }: QualityLineView): string {
  if (!doneAt) return 'to be scored';
  const found = of ? `${points} of ${of} points` : 'nothing applied';
  return [found, answered ? 'answered' : hasNote ? (seen ? 'note read' : 'note not read yet') : ''].filter(Boolean).join(', ');
}

/** 8 of 10: too few records say how many, and nothing else. */
export function resultWords({ n, points }: QualityMonthView['questions'][number]): string {
  if (points === null) return n ? 'too few' : '–';
  return `${points} of ${2 * n}`;
}

const MONTH = new Intl.DateTimeFormat('en-US', { month: 'long', year: 'numeric', timeZone: 'UTC' });
export const monthName = (month: string | null): string => (month ? MONTH.format(new Date(`${month}-01`)) : 'Twelve months');
