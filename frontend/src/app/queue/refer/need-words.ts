import type { EndNeed } from '../../api/refer-types';

export type NeedOutcome = EndNeed['outcome'];
export type EndReason = EndNeed['reason'];

export const OUTCOMES: readonly { code: NeedOutcome; name: string }[] = [
  { code: 'met', name: 'It is met' },
  { code: 'partly-met', name: 'It is met in part' },
  { code: 'unmet', name: 'It is not met' },
  { code: 'withdrawn', name: 'It is no longer asked for' },
];

/** Which reasons an outcome may have; `erased` is the person's own deletion and nobody chooses it. */
export const REASONS_OF: Readonly<Record<NeedOutcome, readonly EndReason[]>> = {
  met: ['served', 'solved-otherwise'],
  'partly-met': ['served', 'solved-otherwise'],
  unmet: ['no-such-service', 'none-in-area', 'not-eligible', 'no-funds', 'no-room', 'hours', 'language', 'access', 'transport', 'documents', 'cost', 'declined-all', 'tried-all'],
  withdrawn: ['no-longer-wanted', 'not-reached', 'asked-to-stop', 'not-a-request'],
};

export const END_WORDS: Readonly<Record<EndReason, string>> = {
  served: 'A service helped', 'solved-otherwise': 'Solved in another way',
  'no-such-service': 'There is no such service', 'none-in-area': 'None in their area', 'not-eligible': 'They do not qualify anywhere', 'no-funds': 'The money for it has run out', 'no-room': 'No room anywhere', hours: 'Hours or dates do not fit',
  language: 'Not in their language', access: 'Not accessible to them', transport: 'They cannot get there', documents: 'Papers are missing', cost: 'It costs too much', 'declined-all': 'They wanted none of the options', 'tried-all': 'They have tried everything there is',
  'no-longer-wanted': 'They no longer want it', 'not-reached': 'We could not reach them', 'asked-to-stop': 'They asked us to stop', erased: 'They deleted their request', 'not-a-request': 'It was not a request',
};
