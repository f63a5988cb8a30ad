import type { CrisisStepView, CrisisView } from '../../api/types';
import type { Choice } from '../../ui/choices';
import type { LogLine } from '../history';

type Kind = CrisisView['kind'];
export type Step = CrisisStepView['step'];
export type StepResult = CrisisStepView['result'];
export type StepWhy = NonNullable<CrisisStepView['why']>;
export type CrisisEnd = NonNullable<CrisisView['result']>;
export type Rescue = NonNullable<CrisisView['rescue']>;

export const KINDS: readonly Choice<Kind>[] = [
  { code: 'suicide', name: 'They may kill themselves' },
  { code: 'harm-to-others', name: 'Somebody may kill or hurt somebody else' },
  { code: 'abuse', name: 'Abuse, assault or severe neglect' },
  { code: 'emergency', name: 'A mental-health emergency' },
  { code: 'other', name: 'Another danger' },
];
export const WHOSE: readonly Choice<CrisisView['whose']>[] = [
  { code: 'asker', name: 'Whoever asks us' },
  { code: 'somebody-else', name: 'Somebody they tell us of' },
];
/** In their order: the mildest first. */
export const STEPS: readonly (Choice<Step> & { short: string; does: string })[] = [
  { code: 'own-plan', short: 'their own means', name: 'Their own means and safety plan', does: 'What has helped before? Can they put means out of reach?' },
  { code: 'trusted-person', short: 'somebody they trust', name: 'Somebody they trust', does: 'Who can be with them now?' },
  { code: 'lifeline', short: 'a crisis line', name: 'A crisis line, with them on it', does: 'Stay until somebody has answered.' },
  { code: 'mobile-crisis', short: 'mobile crisis', name: 'A mobile crisis team', does: 'It comes to where they are.' },
  { code: 'emergency', short: 'emergency services', name: 'Emergency services, last', does: 'With their consent, or without it and why.' },
];
export const RESULTS: readonly Choice<StepResult>[] = [
  { code: 'helped', name: 'It helped' },
  { code: 'on-its-way', name: 'They are on their way' },
  { code: 'not-enough', name: 'It was not enough' },
  { code: 'refused', name: 'They did not want it' },
  { code: 'not-possible', name: 'It was not possible' },
];
export const WHYS: Readonly<Record<StepWhy, string>> = {
  'they-asked': 'They asked for this',
  attempt: 'An attempt is under way',
  imminent: 'Death is near, and they cannot or will not agree',
};
export const RESCUES: readonly Choice<Rescue>[] = [
  { code: 'not-needed', name: 'None was needed' },
  { code: 'confirmed', name: 'Yes, they got there' },
  { code: 'not-confirmed', name: 'We do not know' },
];
export const ENDS: readonly Choice<CrisisEnd>[] = [
  { code: 'safe', name: 'They are safe for now' },
  { code: 'in-care', name: 'Others have taken over' },
  { code: 'lost', name: 'Nobody can reach them any more, and nothing is left to try' },
  { code: 'no-danger', name: 'It was no danger' },
];
export const nameOf = <Code extends string>(choices: readonly Choice<Code>[], code: Code | null): string => choices.find((each) => each.code === code)?.name ?? '';

const BRINGS_OTHERS: readonly Step[] = ['trusted-person', 'mobile-crisis', 'emergency'];
const SENDS: readonly Step[] = ['mobile-crisis', 'emergency'];
const NOT_TAKEN: readonly StepResult[] = ['refused', 'not-possible'];

export const resultsOf = (step: Step): readonly Choice<StepResult>[] => RESULTS.filter(({ code }) => code !== 'on-its-way' || SENDS.includes(step));
/** Whether it asks for their consent. */
export const asksConsent = (step: Step, result: StepResult | null): boolean => result !== null && BRINGS_OTHERS.includes(step) && !NOT_TAKEN.includes(result);
/** Milder steps of which nothing is written down. */
export const milderMissing = (step: Step, done: readonly Pick<CrisisStepView, 'step'>[]): typeof STEPS =>
  STEPS.slice(0, STEPS.findIndex(({ code }) => code === step)).filter(({ code }) => !done.some((each) => each.step === code));

/** Which whys are asked for; none where none is needed. */
export function whysOf(at: { step: Step; result: StepResult | null; consent: boolean | null }, done: readonly Pick<CrisisStepView, 'step'>[]): readonly StepWhy[] {
  if (at.result === null || NOT_TAKEN.includes(at.result)) return [];
  if (at.consent === false) return ['attempt', 'imminent'];
  return milderMissing(at.step, done).length ? ['they-asked', 'attempt'] : [];
}

/** What came of a step, as one line. */
export function stepWords({ result, consent, why }: Pick<CrisisStepView, 'result' | 'consent' | 'why'>): string {
  const agreed = consent === null ? '' : consent ? 'they agreed' : 'without their consent';
  return [nameOf(RESULTS, result), agreed, why ? WHYS[why].toLowerCase() : ''].filter(Boolean).join(', ');
}

const who = (person: { id: string; name: string } | null, meId: string): string => (person ? (person.id === meId ? 'You' : person.name) : 'Somebody');

/** The record in the request's history, in whatever order. */
export function crisisLines(records: readonly CrisisView[], meId: string): LogLine[] {
  return records.flatMap((record) => [
    { at: record.openedAt, icon: 'alert' as const, text: `${who(record.openedBy, meId)} opened a crisis record.`, small: nameOf(KINDS, record.kind) },
    ...(record.calledAt ? [{ at: record.calledAt, icon: 'phone' as const, text: 'A supervisor was called in.', small: '' }] : []),
    ...(record.supervisor && record.supervisorAt ? [{ at: record.supervisorAt, icon: 'peer' as const, text: `${record.supervisor.id === meId ? 'You were' : `${record.supervisor.name} was`} called in as supervisor, and came.`, small: '' }] : []),
    ...record.steps.map((step) => ({ at: step.at, icon: 'check' as const, text: `${who(step.by, meId)} wrote down a crisis step: ${STEPS.find(({ code }) => code === step.step)?.short ?? ''}.`, small: stepWords(step), ...(step.words && { note: step.words }) })),
    ...(record.endedAt ? [{ at: record.endedAt, icon: 'shield' as const, text: `${who(record.endedBy, meId)} ended the crisis record.`, small: [nameOf(ENDS, record.result), rescueWords(record.rescue)].filter(Boolean).join('. '), ...(record.words && { note: record.words }) }] : []),
  ]);
}

const rescueWords = (rescue: Rescue | null): string => (rescue === 'confirmed' ? 'Rescue got there' : rescue === 'not-confirmed' ? 'Not known whether rescue got there' : '');
