import { AGE_BANDS, INSURANCE, type SubmitInquiry } from '../../../intake/index.js';
import type { PageName } from '../page-names.js';
import { code, Rule, text, type Raw } from './raw.js';

type Facts = SubmitInquiry['facts'];
export const DECLINED = 'declined';
export const MOST_FACT = 80;
const YES_NO = ['yes', 'no'] as const;
const fits = (value: unknown): string | undefined => (typeof value === 'string' && value.length > MOST_FACT ? 'about.long' : undefined);

/** Facts that nobody must give. Each is a value, `declined`, or open. */
export class AboutAnswer {
  age: (typeof AGE_BANDS)[number] | 'declined' | undefined;
  insurance: (typeof INSURANCE)[number] | 'declined' | undefined;
  veteran: 'yes' | 'no' | 'declined' | undefined;
  peer: 'yes' | 'no' | 'declined' | undefined;
  @Rule(fits) person: string | undefined;
  personDeclined = false;
  @Rule(fits) speak: string | undefined;
  speakDeclined = false;

  static of(raw: Raw): AboutAnswer {
    return Object.assign(new AboutAnswer(), {
      age: code(raw, 'age', [...AGE_BANDS, DECLINED]),
      insurance: code(raw, 'insurance', [...INSURANCE, DECLINED]),
      veteran: code(raw, 'veteran', [...YES_NO, DECLINED]),
      peer: code(raw, 'peer', [...YES_NO, DECLINED]),
      person: text(raw, 'person'),
      personDeclined: text(raw, 'personDeclined') !== undefined,
      speak: text(raw, 'speak'),
      speakDeclined: text(raw, 'speakDeclined') !== undefined,
    });
  }

  static factsOf({ age, insurance, veteran, peer, ...texts }: Omit<AboutAnswer, 'next'>): Facts {
    return { age: fact(age), insurance: fact(insurance), veteran: fact(veteran), peer: fact(peer), person: fact(texts.person, texts.personDeclined), speak: fact(texts.speak, texts.speakDeclined) };
  }

  next(): PageName {
    return 'choice';
  }
}

/** Given, declined and left open stay three different things all the way to the desk. A given text wins over a ticked "prefer not to say". */
function fact<V extends string>(value: V | undefined, declined = false): { state: 'given' | 'declined' | 'not-asked'; value?: Exclude<V, 'declined'> } {
  if (value === DECLINED || (!value && declined)) return { state: 'declined' };
  return value ? { state: 'given', value: value as Exclude<V, 'declined'> } : { state: 'not-asked' };
}
