import { RULES, type RuleId } from './hard-rules.js';
import { mayBeOffered, type Evaluated } from './evaluate.js';
import { OWN_WEIGHTS, type Weights } from './weights.js';

/** The part of a list that people read. */
const FIRST = 5;

export interface Ranked {
  /** Best first, excluded ones left out. */
  results: Evaluated[];
  /** How many each rule keeps out, by the first rule that does. */
  excluded: { rule: RuleId; count: number }[];
  /** No peer-run or peer service could be shown. */
  peerGap: boolean;
}

/** What nobody could confirm stands behind everything else that fits. */
const unconfirmed = ({ listing }: Evaluated): number => (listing.rung === 'unverified' ? 1 : 0);

/** Equal scores: nearer first, then checked later, then by id. The same question gives the same order. */
function byScore(a: Evaluated, b: Evaluated): number {
  const near = (one: Evaluated): number => one.miles ?? Infinity;
  const checked = (one: Evaluated): string => one.listing.assuredDate ?? '';
  return unconfirmed(a) - unconfirmed(b) || b.score - a.score || compare(near(a), near(b)) || checked(b).localeCompare(checked(a)) || compare(a.listing.id, b.listing.id);
}
const compare = <T extends string | number>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);

const organization = ({ listing }: Evaluated): string => listing.organizationId ?? listing.id;

/** At most two (by the product's own weights) of one organization among the first five; the others follow, nothing is dropped. */
function spread(sorted: readonly Evaluated[], { ofOneOrganization }: Weights): Evaluated[] {
  const first: Evaluated[] = [];
  const rest: Evaluated[] = [];
  for (const one of sorted) {
    const same = first.filter((other) => organization(other) === organization(one)).length;
    (first.length < FIRST && same < ofOneOrganization ? first : rest).push(one);
  }
  return [...first, ...rest];
}

/**
 * A peer service that fits stands among the first five, unless none was wished for. Where none came so far by itself, the best
 * one takes the fifth place: of another of its organization if that has two already, else of the fifth.
 */
function withPeer(list: readonly Evaluated[], wanted: boolean, { ofOneOrganization }: Weights): Evaluated[] {
  const first = list.slice(0, FIRST);
  const peer = list.find(({ listing }) => listing.peer);
  if (!wanted || !peer || first.includes(peer)) return [...list];
  const same = first.filter((one) => organization(one) === organization(peer));
  const out = same.length < ofOneOrganization ? first.at(-1) : same.at(-1);
  return [...first.filter((one) => one !== out), peer, ...list.filter((one) => one === out || (one !== peer && !first.includes(one)))];
}

export function rank(evaluated: readonly Evaluated[], { peer }: { peer: 'yes' | 'no' | 'no_preference' }, weights: Weights = OWN_WEIGHTS): Ranked {
  const fitting = evaluated.filter(mayBeOffered).sort(byScore);
  const kept = RULES.map((rule) => ({ rule, count: evaluated.filter(({ excludedBy, score }) => excludedBy === rule && score > 0).length }));
  const results = withPeer(spread(fitting, weights), peer !== 'no', weights);
  return { results, excluded: kept.filter(({ count }) => count > 0), peerGap: peer !== 'no' && !results.some(({ listing }) => listing.peer) };
}
