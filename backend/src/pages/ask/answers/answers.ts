import { validateSync } from 'class-validator';
import type { Language } from '../../texts/texts.js';
import { isQuestion, QUESTIONS, type PageName, type Question } from '../page-names.js';
import { AboutAnswer } from './about.js';
import { ChoiceAnswer } from './choice.js';
import { HelpAnswer } from './help.js';
import type { Raw } from './raw.js';
import { ReachAnswer } from './reach.js';
import { SafeAnswer } from './safe.js';
import { SafetyAnswer } from './safety.js';
import { WhereAnswer } from './where.js';
import { WhoAnswer } from './who.js';

/** What a page's answer holds when it is kept: its fields without its methods. */
type Kept<A> = Omit<A, 'next'>;

/** Everything answered so far, by question. */
export interface Answers {
  who?: Kept<WhoAnswer>;
  safety?: Kept<SafetyAnswer>;
  help?: Kept<HelpAnswer>;
  where?: Kept<WhereAnswer>;
  reach?: Kept<ReachAnswer>;
  safe?: Kept<SafeAnswer>;
  about?: Kept<AboutAnswer>;
  choice?: Kept<ChoiceAnswer>;
  /** `help` was brought along from a listing and nobody looked at it yet. */
  brought?: true;
}
/** Answers with no question open. */
export type Complete = Required<Omit<Answers, 'safe' | 'brought'>> & Pick<Answers, 'safe' | 'brought'>;
export type Answer = { next(): PageName };

const READ: { readonly [Q in Question]: (raw: Raw, before: Answers, language: Language) => Answer & Required<Answers>[Q] } = {
  who: (raw) => WhoAnswer.of(raw),
  safety: (raw) => SafetyAnswer.of(raw),
  help: (raw) => HelpAnswer.of(raw),
  where: (raw) => WhereAnswer.of(raw),
  reach: (raw) => ReachAnswer.of(raw),
  safe: (raw, { reach }) => SafeAnswer.of(raw, reach?.channel ?? 'self'),
  about: (raw) => AboutAnswer.of(raw),
  choice: (raw, _, language) => ChoiceAnswer.of(raw, language),
};

/** A posted page, in the language it was shown in, as its class. */
export const readAnswer = (question: Question, raw: Raw, before: Answers, language: Language): Answer => READ[question](raw, before, language);

/** The first fault of each field, in the order of the fields on the page: field and text key. */
export const faultsIn = (answer: Answer): { field: string; key: string }[] =>
  validateSync(answer, { forbidUnknownValues: false }).map(({ property, constraints }) => ({ field: property, key: Object.values(constraints ?? {})[0] ?? '' }));

/** Keeps an answer. Another channel has other safety questions, so what was said for the old one is asked anew. */
export function withAnswer(before: Answers, question: Question, answer: Answer): Answers {
  const after: Answers = { ...before, [question]: { ...answer } };
  if (question === 'help') delete after.brought;
  if (after.safe && after.reach?.channel !== after.safe.channel) delete after.safe;
  return after;
}

const isDue = (question: Question, answers: Answers): boolean => !answers[question] && !(question === 'safe' && answers.reach?.channel === 'self');
/** The first question without an answer, or undefined when all are answered. */
export const firstOpen = (answers: Answers): Question | undefined => QUESTIONS.find((question) => isDue(question, answers));

/** The page before, for the Back link. */
export function pageBefore(page: PageName, answers: Answers): string {
  if (!isQuestion(page)) return page === 'before' ? '/ask' : page === 'now' ? '/ask/safety' : '/ask/choice';
  const earlier = QUESTIONS.slice(0, QUESTIONS.indexOf(page)).filter((question) => question !== 'safe' || answers.reach?.channel !== 'self');
  return `/ask/${earlier.at(-1) ?? 'before'}`;
}

/** Under 18: youth lines come first. */
export const isYoung = ({ about }: Answers): boolean => about?.age === 'under-13' || about?.age === '13-17';
