import type { PageName } from '../page-names.js';
import { Rule, text, type Raw } from './raw.js';

export class ChoiceAnswer {
  @Rule((value) => (value ? undefined : 'choice.missing'))
  read = false;

  followUp = false;

  static of(raw: Raw): ChoiceAnswer {
    return Object.assign(new ChoiceAnswer(), { read: text(raw, 'read') !== undefined, followUp: text(raw, 'followUp') !== undefined });
  }

  next(): PageName {
    return 'check';
  }
}
