import { ASKERS } from '../../../intake/index.js';
import type { PageName } from '../page-names.js';
import { code, Rule, type Raw } from './raw.js';

export const KNOWS = ['yes', 'no', 'unsure'] as const;

/** Somebody asks for another person. */
export const isForOther = (who: { asker?: string | undefined } | undefined): boolean => who?.asker === 'carer' || who?.asker === 'professional';

/** Who the request is for. */
export class WhoAnswer {
  @Rule((value) => (value ? undefined : 'who.missing'))
  asker: (typeof ASKERS)[number] | undefined;

  knows: (typeof KNOWS)[number] | undefined;

  static of(raw: Raw): WhoAnswer {
    const asker = code(raw, 'asker', ASKERS);
    return Object.assign(new WhoAnswer(), { asker, knows: isForOther({ asker }) ? code(raw, 'knows', KNOWS) : undefined });
  }

  next(): PageName {
    return 'safety';
  }
}
