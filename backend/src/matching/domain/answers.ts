import type { Ask, AskedPlace, Payment, Weighed } from './ask.js';
import type { Families } from './families.js';
import type { Understood } from './reading/understand.js';

/** What the intake asks, in the form of vocabulary.md; anything may be left out. */
export interface Answers {
  zip?: string | null;
  for?: string | null;
  age?: number | null;
  language?: string | null;
  language_required?: boolean | null;
  payment?: string | null;
  payment_required?: boolean | null;
  format?: string | null;
  peer_preference?: string | null;
  veteran?: string | null;
  lgbtq?: string | null;
  urgency?: string | null;
  accessibility?: readonly string[] | null;
  transport?: string | null;
  times?: readonly string[] | null;
}

const PAYMENTS = ['medicaid', 'medicare', 'private', 'tricare', 'va', 'uninsured', 'self_pay'] as const satisfies readonly Payment[];
const URGENCIES = ['today', 'this_week', 'few_weeks', 'no_rush'] as const;
const FORMATS = ['in_person', 'virtual'] as const;
const YES_NO = ['yes', 'no'] as const;
/** Needs beyond these say too little. */
const MOST_NEEDS = 6;
/** Of what the strongest weighs; weaker ones are noise. */
const NEAR_STRONGEST = 0.25;
const MOST_KINDS = 4;

/** Facts that only some places ask about. */
const CIRCUMSTANCES = ['hiv', 'court'];

const oneOf = <T extends string>(list: readonly T[], value: string | null | undefined): T | null => list.find((each) => each === value) ?? null;

function strongest(all: readonly Weighed[], most: number): Weighed[] {
  const top = all[0]?.weight ?? 0;
  return all.filter(({ weight }) => weight >= top * NEAR_STRONGEST).slice(0, most).map(({ code, weight }) => ({ code, weight }));
}

/** Whom the help is for; null where nobody said. */
export const whomOf = ({ for: whom }: Answers): 'self' | 'other' | null => (whom ? (whom === 'self' ? 'self' : 'other') : null);

interface Around {
  place: AskedPlace | null;
  families: Families;
}

/** One question out of asked answers and understood words. Words fill in wishes that nobody was asked about; they never make anything required. */
export function askFrom(answers: Answers, understood: Understood, around: Around): Ask {
  return { ...around, ...meantBy(understood), populations: populationsOf(answers, understood), ...ageOf(answers), ...languageOf(answers), ...paymentOf(answers, understood.facts), ...wishesOf(answers, understood.facts), ...groupsOf(answers), circumstances: CIRCUMSTANCES.filter((name) => understood.facts[name] === 'yes') };
}

const meantBy = ({ needs: understood, kinds, age }: Understood): Pick<Ask, 'needs' | 'sureness' | 'kinds' | 'saidAge'> => {
  const needs = strongest(understood, MOST_NEEDS);
  return { needs: needs.map(({ code }) => code), sureness: needs.map(({ weight }) => weight), kinds: strongest(kinds, MOST_KINDS), saidAge: age };
};

/** Populations by age, in years. */
const AGED: Readonly<Record<string, readonly [least: number, most: number]>> = { 'young-children': [0, 5], youth: [0, 17], teens: [12, 19], 'young-adults': [16, 30], 'older-adults': [55, 120] };

/** Whose words name an age that is not theirs speaks of somebody else: "my kids won't visit". An adult who writes for themselves is no child, until their words say so. */
function populationsOf(answers: Answers, { populations, age: said }: Understood): string[] {
  const years = typeof answers.age === 'number' ? answers.age : said;
  const belongs = ([least, most]: readonly [number, number]): boolean => (years === null ? whomOf(answers) !== 'self' || least > 12 : years >= least && years <= most);
  return populations.map(({ code }) => code).filter((code) => !AGED[code] || belongs(AGED[code]));
}

const ageOf = ({ age }: Answers): Pick<Ask, 'age'> => ({ age: typeof age === 'number' ? { from: age, to: age } : null });

const languageOf = ({ language, language_required: required }: Answers): Pick<Ask, 'language' | 'languageRequired'> => ({ language: language ?? 'en', languageRequired: required === true });

function paymentOf({ payment, payment_required: required }: Answers, facts: Understood['facts']): Pick<Ask, 'payment' | 'paymentRequired'> {
  const told = oneOf(PAYMENTS, payment);
  return { payment: told ?? oneOf(PAYMENTS, facts['payment']) ?? 'unknown', paymentRequired: required === true && told !== null };
}

function wishesOf({ format, peer_preference: peer, urgency, times }: Answers, facts: Understood['facts']): Pick<Ask, 'format' | 'peer' | 'urgency' | 'times'> {
  return {
    format: oneOf(FORMATS, format ?? facts['format']) ?? 'either',
    peer: oneOf(YES_NO, peer) ?? (facts['peer'] === 'yes' ? 'yes' : 'no_preference'),
    urgency: oneOf(URGENCIES, urgency) ?? oneOf(URGENCIES, facts['urgency']),
    times: times?.length ? times : [facts['time']].filter((time) => time !== undefined),
  };
}

const groupsOf = (answers: Answers): Pick<Ask, 'veteran' | 'lgbtq' | 'wheelchair' | 'forOther'> => ({
  veteran: oneOf(YES_NO, answers.veteran),
  lgbtq: oneOf(YES_NO, answers.lgbtq),
  wheelchair: answers.accessibility?.includes('wheelchair') ?? false,
  forOther: whomOf(answers) === 'other',
});
