import type { Language } from '../../texts/texts.js';
import type { PageName } from '../page-names.js';
import { Rule, text, type Raw } from './raw.js';

/** What was agreed to: the version of the words that were shown, and their language. */
export interface Wording {
  wording: string;
  language: string;
}

export class ChoiceAnswer {
  @Rule((value) => (value ? undefined : 'choice.missing'))
  read = false;

  followUp = false;

  shown: Wording | undefined;

  /** The language may change after this page: a consent keeps the words that were read. */
  static of(raw: Raw, { code, texts }: Language): ChoiceAnswer {
    return Object.assign(new ChoiceAnswer(), { read: text(raw, 'read') !== undefined, followUp: text(raw, 'followUp') !== undefined, shown: { wording: texts['choice.wording'], language: code } });
  }

  next(): PageName {
    return 'check';
  }
}
