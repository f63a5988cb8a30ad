import { SAFETY } from '../../../intake/index.js';
import type { PageName } from '../page-names.js';
import { code, Rule, type Raw } from './raw.js';

export class SafetyAnswer {
  @Rule((value) => (value ? undefined : 'safety.missing'))
  safety: (typeof SAFETY)[number] | undefined;

  static of(raw: Raw): SafetyAnswer {
    return Object.assign(new SafetyAnswer(), { safety: code(raw, 'safety', SAFETY) });
  }

  /** "No" shows the crisis lines first; it never ends the form. */
  next(): PageName {
    return this.safety === 'no' ? 'now' : 'help';
  }
}
