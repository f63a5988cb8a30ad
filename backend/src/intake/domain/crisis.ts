/**
 * What is done while somebody is in danger, and in which order: the least invasive first, the involuntary last (988 Lifeline,
 * guideline for helping callers at imminent risk). The record never forbids an act; it asks why one went before a milder one.
 */
export const CRISIS_KINDS = ['suicide', 'harm-to-others', 'abuse', 'emergency', 'other'] as const;
export type CrisisKind = (typeof CRISIS_KINDS)[number];

/** Who is in danger: whoever asks, or somebody they tell of. */
export const CRISIS_WHOSE = ['asker', 'somebody-else'] as const;
export type CrisisWhose = (typeof CRISIS_WHOSE)[number];

/** In their order. */
export const STEPS = ['own-plan', 'trusted-person', 'lifeline', 'mobile-crisis', 'emergency'] as const;
export type Step = (typeof STEPS)[number];

export const STEP_RESULTS = ['helped', 'on-its-way', 'not-enough', 'refused', 'not-possible'] as const;
export type StepResult = (typeof STEP_RESULTS)[number];

/** Why a step was taken before a milder one, or without their consent: they asked for it; an attempt is under way; death is near and they cannot or will not help themselves. */
export const STEP_WHYS = ['they-asked', 'attempt', 'imminent'] as const;
export type StepWhy = (typeof STEP_WHYS)[number];

export const RESCUES = ['confirmed', 'not-confirmed', 'not-needed'] as const;
export type Rescue = (typeof RESCUES)[number];

/** How a record ends: safe with their own means; others have taken over; nobody reaches them and nothing is left to try; it was no danger. */
export const CRISIS_ENDS = ['safe', 'in-care', 'lost', 'no-danger'] as const;
export type CrisisEnd = (typeof CRISIS_ENDS)[number];

/** One step as it is written down. */
export interface StepTaken {
  step: Step;
  result: StepResult;
  consent: boolean | null;
  why: StepWhy | null;
}

/** What is missing: of which field, and what to do. */
export interface Lack {
  field: 'result' | 'consent' | 'why' | 'rescue' | 'supervisor' | 'steps';
  say: string;
}

/** Steps that bring somebody else to them: they agree to it, or it says why not. */
const BRINGS_OTHERS: readonly Step[] = ['trusted-person', 'mobile-crisis', 'emergency'];
/** Steps by which somebody sets out. */
const SENDS: readonly Step[] = ['mobile-crisis', 'emergency'];
/** It was not taken: whether they would have agreed needs no answer. */
const NOT_TAKEN: readonly StepResult[] = ['refused', 'not-possible'];

export const STEP_NAMES: Readonly<Record<Step, string>> = {
  'own-plan': 'their own means and safety plan',
  'trusted-person': 'somebody they trust',
  lifeline: 'a crisis line with them on it',
  'mobile-crisis': 'mobile crisis',
  emergency: 'emergency services',
};

/** Milder steps of which nothing is written down yet. */
export const milderMissing = (step: Step, before: readonly Pick<StepTaken, 'step'>[]): Step[] =>
  STEPS.slice(0, STEPS.indexOf(step)).filter((milder) => !before.some((done) => done.step === milder));

/** Whether a step asks for consent, yes or no. */
export const asksConsent = ({ step, result }: Pick<StepTaken, 'step' | 'result'>): boolean => BRINGS_OTHERS.includes(step) && !NOT_TAKEN.includes(result);

interface Rule<Of> {
  when: (of: Of) => boolean;
  field: Lack['field'];
  say: string | ((of: Of) => string);
}
function lackOf<Of>(rules: readonly Rule<Of>[], of: Of): Lack | undefined {
  const broken = rules.find(({ when }) => when(of));
  return broken && { field: broken.field, say: typeof broken.say === 'string' ? broken.say : broken.say(of) };
}

type Stepping = StepTaken & { milder: readonly Step[] };
const leaps = ({ why, consent }: StepTaken): boolean => why === 'attempt' || (why === 'they-asked' && consent !== false);

/** Of a step that was taken, in the order in which it is asked. */
const STEP_RULES: readonly Rule<Stepping>[] = [
  { when: (taken) => asksConsent(taken) && taken.consent === null, field: 'consent', say: 'Say whether they agreed to it.' },
  { when: ({ consent, why }) => consent === false && (why === null || why === 'they-asked'), field: 'why', say: 'Without their consent only when an attempt is under way, or when death is near and they cannot or will not agree. Say which.' },
  {
    when: (taken) => taken.milder.length > 0 && !leaps(taken),
    field: 'why',
    say: ({ milder }) => `First write down what came of ${milder.map((each) => STEP_NAMES[each]).join(', ')}, also that it was not possible. Or say that an attempt is under way, or that they asked for this.`,
  },
];

/** What speaks against writing this step down as it is; undefined when it may stand. That one could not be taken may always be written down. */
export function stepLacks(taken: StepTaken, before: readonly Pick<StepTaken, 'step'>[]): Lack | undefined {
  if (taken.result === 'on-its-way' && !SENDS.includes(taken.step)) return { field: 'result', say: 'Nobody sets out by this step. Choose what came of it.' };
  return NOT_TAKEN.includes(taken.result) ? undefined : lackOf(STEP_RULES, { ...taken, milder: milderMissing(taken.step, before) });
}

/** What a record says of itself when it is to end. */
export interface Ending {
  result: CrisisEnd;
  rescue: Rescue;
  steps: readonly Pick<StepTaken, 'step' | 'result'>[];
  supervised: boolean;
}
const sent = ({ steps }: Ending): boolean => steps.some((each) => SENDS.includes(each.step) && !NOT_TAKEN.includes(each.result));
const danger = ({ result }: Ending): boolean => result !== 'no-danger';

/** Rescue that was sent is confirmed, or one goes on. */
const END_RULES: readonly Rule<Ending>[] = [
  { when: (end) => end.rescue === 'not-needed' && sent(end), field: 'rescue', say: 'Somebody was sent to them. Say whether they got there.' },
  { when: (end) => end.rescue === 'confirmed' && !sent(end), field: 'rescue', say: 'No rescue was sent. Write that step down first, or say that none was needed.' },
  { when: (end) => !danger(end) && sent(end), field: 'result', say: 'Somebody was sent to them. Say how it ended.' },
  { when: (end) => danger(end) && !end.steps.length, field: 'steps', say: 'Write down at least one step first.' },
  { when: (end) => danger(end) && !end.supervised, field: 'supervisor', say: 'Call a supervisor in first.' },
  { when: (end) => danger(end) && end.rescue === 'not-confirmed' && end.result !== 'lost', field: 'rescue', say: 'Make sure that they got there before you end it. If nobody can be reached any more, say so.' },
];

/** What is missing before the record may end so; undefined when nothing is. */
export const endLacks = (ending: Ending): Lack | undefined => lackOf(END_RULES, ending);
