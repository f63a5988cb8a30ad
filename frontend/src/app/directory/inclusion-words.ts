import type { DecideInclusion } from '../api/match-types';

export const INCLUSIONS = [{ code: 'included', name: 'Included' }, { code: 'excluded', name: 'Excluded' }, { code: 'under-review', name: 'Under review' }] as const satisfies readonly { code: DecideInclusion['decision']; name: string }[];

/** As the public page of the policy says them. */
export const CLAUSES = [
  { code: 'not-this-help', name: 'It is no help that we list' }, { code: 'pays-for-people', name: 'It pays for people to be sent' }, { code: 'hides-cost', name: 'It hides what it costs' }, { code: 'faith', name: 'It asks people to give up a faith or take one on' },
  { code: 'turns-away', name: 'It turns people away for who they are' }, { code: 'harm', name: 'It does harm' }, { code: 'nobody-answers', name: 'Nobody can be called' }, { code: 'unverified', name: 'Nobody can vouch for it' },
] as const satisfies readonly { code: NonNullable<DecideInclusion['clause']>; name: string }[];
