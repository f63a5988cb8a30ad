import { agesIn } from './age.js';
import type { Mention } from './read.js';
import type { Subject } from './subject.js';

/** A term that the words point to. */
export interface Meant {
  code: string;
  /** Above 0 and below 1. */
  weight: number;
  /** The words that caused it, in UTF-16 units of the text. */
  because: { from: number; to: number }[];
}

/** What was understood of somebody's own words. Nothing of it decides before a person has looked at it, or the asked answers say it. */
export interface Understood {
  needs: Meant[];
  kinds: Meant[];
  populations: Meant[];
  /** Suggested facts by name, such as `payment` = `medicaid`; the first that was said of each. */
  facts: Record<string, string>;
  /** Years of whom it is about, when the words say so. */
  age: number | null;
  /** Terms that were denied: "no pills", "not AA". */
  away: string[];
}

/** A need, or how urgent it sounds, that the whole of the words makes likely (`Learned`), and where the words that spoke for it stand. */
export interface Likelihood {
  code: string;
  chance: number;
  because: { from: number; to: number }[];
}

/** Whom the help is for, as the form asked. */
export type ForWhom = 'self' | 'other' | null;

const STRONGEST = 0.99;
/** What is said of another person than the one the help is for counts so much. */
const OF_ANOTHER = 0.45;
/** Below this nothing was understood. */
const LEAST = 0.2;

const SUBSTANCES = ['alcohol', 'opioids', 'drugs', 'gambling', 'overdose', 'co-occurring'];
const ILLNESSES = ['depression', 'anxiety', 'panic', 'psychosis', 'first-episode', 'hearing-voices', 'bipolar', 'suicidality', 'self-harm', 'eating-disorder', 'ocd', 'hoarding', 'chronic-smi', 'hospital-discharge', 'strong-emotions'];
/** Help for those who love somebody who has this need. */
const FOR_RELATIVES = new Map<string, string>([...SUBSTANCES.map((code) => [code, 'family-substance'] as const), ...ILLNESSES.map((code) => [code, 'family-mi'] as const)]);

const FOR_THEM: ReadonlySet<string> = new Set(FOR_RELATIVES.values());

type Weighed = Map<string, { miss: number; because: Meant['because'] }>;

function add(to: Weighed, code: string, weight: number, { from, to: end }: Mention): void {
  const one = to.get(code) ?? { miss: 1, because: [] };
  if (one.because.some((other) => other.from < end && from < other.to)) return; // the same words are one hint, whatever lines of the lexicon they meet
  to.set(code, { miss: one.miss * (1 - weight), because: [...one.because, { from, to: end }] });
}

const inOrder = (a: Meant, b: Meant): number => b.weight - a.weight || (a.because[0]?.from ?? 0) - (b.because[0]?.from ?? 0) || (a.code < b.code ? -1 : 1);

const meant = (weighed: Weighed): Meant[] =>
  [...weighed]
    .map(([code, { miss, because }]) => ({ code, weight: Math.min(STRONGEST, Math.round((1 - miss) * 100) / 100), because }))
    .filter(({ weight }) => weight >= LEAST)
    .sort(inOrder);

interface Shares {
  own: number;
  relatives: number;
}
const WHOLE: Shares = { own: 1, relatives: 0 };

/** How much a mention counts for whom the help is for, and what it says of help for relatives. */
function shares({ subject }: Mention, whom: ForWhom, wantsOwn: boolean): Shares {
  if (whom === 'other') return forAnother(subject, wantsOwn);
  if (subject !== 'other') return WHOLE;
  return wantsOwn || whom === 'self' ? { own: OF_ANOTHER, relatives: 0.8 } : { own: 0.8, relatives: 0.5 };
}

function forAnother(subject: Subject, wantsOwn: boolean): Shares {
  if (subject === 'self') return wantsOwn ? WHOLE : { own: OF_ANOTHER, relatives: 0 };
  return wantsOwn ? { own: 1, relatives: 0.6 } : WHOLE;
}

interface Around {
  whom: ForWhom;
  wantsOwn: boolean;
  likely: readonly Likelihood[];
}

function needsOf(mentions: readonly Mention[], around: Around): Meant[] {
  const weighed: Weighed = new Map();
  for (const mention of mentions) addNeed(weighed, mention, around);
  return around.likely.length ? shared(weighed, around.likely.flatMap((one) => forWhom(one, around))) : meant(weighed);
}

/** Who asks for themselves because of somebody else's illness: of what the whole of the words makes likely, so much is for them. */
const BECAUSE_OF_ANOTHER: Shares = { own: 0.35, relatives: 0.65 };

/** What was learned does not know of whom something is said; "I need something for me" tells. */
function forWhom(one: Likelihood, { wantsOwn }: Around): Likelihood[] {
  const relatives = FOR_RELATIVES.get(one.code);
  if (!relatives || !wantsOwn) return [one];
  return [{ ...one, chance: one.chance * BECAUSE_OF_ANOTHER.own }, { ...one, code: relatives, chance: one.chance * BECAUSE_OF_ANOTHER.relatives }];
}

const OTHERWISE: Shares = { own: OF_ANOTHER, relatives: 0 };
/** One mention, for whom it is and for whoever loves somebody who has it. */
function addNeed(weighed: Weighed, mention: Mention, { whom, wantsOwn }: Around): void {
  const code = mention.gives.slice('need/'.length);
  const relatives = FOR_RELATIVES.get(code);
  const elsewhere = FOR_THEM.has(code) && whom === 'other' && !wantsOwn ? OTHERWISE : WHOLE;
  const { own, relatives: share } = relatives ? shares(mention, whom, wantsOwn) : elsewhere;
  add(weighed, code, mention.weight * own, mention);
  if (relatives && share) add(weighed, relatives, mention.weight * share, mention);
}

/** So much likelier, as a power of e, does a line of the lexicon that is sure make a need than the whole of the words does. */
const SAID = 1.5;
/** Lines that name no need are learned, too: who only says hello has none. */
const NOTHING = 'nothing';
/** What nothing speaks for is not impossible. */
const UNHEARD = 0.002;
/** What words name clearly stays beside what the whole of them is about: "she died, and I can't sleep". */
const CLEARLY = 0.8;
const NAMED = 0.3;
/** A need with less of the whole than this, or than this part of the likeliest one's, was not understood. */
const SHARE = { least: 0.08, ofFirst: 0.15 };

/** Lexicon and what was learned together: what share of it all is each need. */
function shared(weighed: Weighed, likely: readonly Likelihood[]): Meant[] {
  const learned = new Map<string, Likelihood>();
  for (const one of likely) learned.set(one.code, { ...one, chance: one.chance + (learned.get(one.code)?.chance ?? 0) });
  const odds = [...new Set([...weighed.keys(), ...learned.keys()])].map((code) => {
    const [said, heard] = [weighed.get(code), learned.get(code)];
    return { code, odds: (UNHEARD + (heard?.chance ?? 0)) * Math.exp(SAID * (said ? 1 - said.miss : 0)), because: said?.because ?? heard?.because ?? [] };
  });
  const all = odds.reduce((sum, one) => sum + one.odds, 0);
  const most = Math.max(...odds.map((one) => one.odds / all));
  const least = (code: string): number => (1 - (weighed.get(code)?.miss ?? 1) >= CLEARLY ? NAMED * most : 0);
  return odds
    .map(({ code, odds: one, because }) => ({ code, weight: Math.min(STRONGEST, Math.round(Math.max(one / all, least(code)) * 100) / 100), because }))
    .filter(({ code, weight }) => code !== NOTHING && (least(code) > 0 || weight >= Math.max(SHARE.least, SHARE.ofFirst * most)))
    .sort(inOrder);
}

function termsOf(mentions: readonly Mention[], taxonomy: string): Meant[] {
  const weighed: Weighed = new Map();
  for (const mention of mentions) add(weighed, mention.gives.slice(taxonomy.length + 1), mention.weight, mention);
  return meant(weighed);
}

/** From mentions to what is asked for, whom it is for taken into account. */
export function understand(text: string, mentions: readonly Mention[], whom: ForWhom, likely: readonly Likelihood[] = []): Understood {
  const said = mentions.filter(({ denied }) => !denied);
  const of = (taxonomy: string): Mention[] => said.filter(({ gives }) => gives.startsWith(`${taxonomy}/`));
  const facts = Object.fromEntries(of('fact').map(({ gives }) => gives.slice('fact/'.length).split('=') as [string, string]).reverse());
  const named = new Set(said.map(({ gives }) => gives));
  return {
    needs: needsOf(of('need'), { whom, wantsOwn: facts['wants'] === 'own', likely }),
    kinds: termsOf(of('service-type'), 'service-type'),
    populations: termsOf(of('population'), 'population'),
    facts,
    age: ageOf(text, whom),
    away: [...new Set(mentions.filter(({ denied, gives }) => denied && !named.has(gives) && !gives.startsWith('fact/')).map(({ gives }) => gives))],
  };
}

function ageOf(text: string, whom: ForWhom): number | null {
  const ages = agesIn(text);
  const wanted = whom === 'other' ? 'other' : whom;
  return (ages.find(({ subject }) => subject === wanted || subject === null) ?? (whom === null ? ages[0] : undefined))?.years ?? null;
}
