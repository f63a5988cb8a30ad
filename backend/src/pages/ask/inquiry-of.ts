import type { SubmitInquiry } from '../../intake/index.js';
import { AboutAnswer } from './answers/about.js';
import type { Complete } from './answers/answers.js';
import type { Wording } from './answers/choice.js';
import { ReachAnswer } from './answers/reach.js';
import { SafeAnswer } from './answers/safe.js';
import { WhereAnswer } from './answers/where.js';
import type { Language } from '../texts/texts.js';

/** The complete answers as a request. */
export function inquiryOf({ who, safety, help, where, reach, safe, about, choice }: Complete, language: Language): SubmitInquiry {
  return {
    asker: who.asker ?? 'undisclosed',
    ...(who.knows && { knows: who.knows }),
    safety: safety.safety ?? 'undisclosed',
    topics: help.topics,
    ...(help.words && { words: help.words }),
    place: WhereAnswer.placeOf(where),
    contact: ReachAnswer.contactOf(reach),
    safe: SafeAnswer.safeOf(safe),
    facts: AboutAnswer.factsOf(about),
    language: language.code,
    consent: { read: choice.read, followUp: choice.followUp, ...(choice.shown as Wording) },
  };
}
