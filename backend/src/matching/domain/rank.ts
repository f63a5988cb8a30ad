import type { Ask } from './ask.js';
import { mayBeOffered, type Evaluated } from './evaluate.js';
import { FAR_MILES, isRemote } from './factors.js';
import { RULES, type RuleId } from './hard-rules.js';
import { OWN, type Judging } from './judging.js';
import { roomFirst } from './room-first.js';
import { turnOf } from './turn.js';

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

/** What of a question orders what fits it. */
type Asked = Pick<Ask, 'peer' | 'seed'> & Partial<Pick<Ask, 'place' | 'format'>>;

/** What nobody could confirm stands behind everything else that fits. */
const unconfirmed = ({ listing }: Evaluated): number => (listing.rung === 'unverified' ? 1 : 0);
const compare = <T extends string | number>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);

/** Equal scores: nearer first, then checked later, then by turns that the question's seed decides, then by id. The same question gives the same order. */
function byScore(seed: string | undefined): (a: Evaluated, b: Evaluated) => number {
  const near = (one: Evaluated): number => one.miles ?? Infinity;
  const checked = (one: Evaluated): string => one.listing.assuredDate ?? '';
  const turn = (one: Evaluated): number => (seed === undefined ? 0 : turnOf(seed, one.listing.id));
  return (a, b) => unconfirmed(a) - unconfirmed(b) || b.score - a.score || compare(near(a), near(b)) || checked(b).localeCompare(checked(a)) || turn(a) - turn(b) || compare(a.listing.id, b.listing.id);
}

/** By its name: sources list one organization again for each of its houses. */
export const organizationOf = ({ listing }: Evaluated): string => listing.organization.trim().toLowerCase() || listing.id;

/** One service that is listed again for another of its places. */
const isAgain = (one: Evaluated, other: Evaluated): boolean => one.listing.name.trim().toLowerCase() === other.listing.name.trim().toLowerCase();

/** At most so many of one organization among the first five, and each service once; the others follow, nothing is dropped. */
function spread(sorted: readonly Evaluated[], most: number): Evaluated[] {
  const first: Evaluated[] = [];
  const take = (fits: (same: readonly Evaluated[], one: Evaluated) => boolean): void => {
    for (const one of sorted) {
      if (first.length === FIRST) return;
      const same = first.filter((other) => organizationOf(other) === organizationOf(one));
      if (!first.includes(one) && same.length < most && fits(same, one)) first.push(one);
    }
  };
  take((same, one) => !same.some((other) => isAgain(one, other)));
  take(() => true); // where too few are left
  return [...first, ...sorted.filter((one) => !first.includes(one))];
}

/** Puts one among the first five, in the place of the last that may give way: of its own organization if that has its share already. */
function broughtIn(list: readonly Evaluated[], one: Evaluated, { most, stays }: { most: number; stays?: Evaluated | undefined }): Evaluated[] {
  const first = list.slice(0, FIRST);
  const same = first.filter((other) => organizationOf(other) === organizationOf(one));
  const out = (same.length < most ? first : same).filter((other) => other !== stays).at(-1);
  if (!out) return [...list];
  return [...first.filter((other) => other !== out), one, ...list.filter((other) => other === out || (other !== one && !first.includes(other)))];
}

/** Peers whose help is worth a part of the best one's: one that hardly has to do with it is no choice. */
const fittingPeers = (list: readonly Evaluated[], part: number): Evaluated[] => {
  const best = Math.max(0, ...list.map(({ score }) => score));
  return list.filter(({ listing, score }) => listing.peer && score >= part * best);
};

/** A peer service that fits stands among the first five, unless none was wished for. Where none came so far by itself, the best one takes the fifth place. */
function withPeer(list: readonly Evaluated[], peers: readonly Evaluated[], most: number): Evaluated[] {
  const first = list.slice(0, FIRST);
  const [peer] = peers;
  return !peer || first.some((one) => peers.includes(one)) ? [...list] : broughtIn(list, peer, { most });
}

/** Where even the nearest of the first five is far, help by phone or video that fits is one of them. The one peer service there that fits stays. */
function withRemote(list: readonly Evaluated[], { place, format }: Asked, { peers, most }: { peers: readonly Evaluated[]; most: number }): Evaluated[] {
  const first = list.slice(0, FIRST);
  const isFar = place && format !== 'in_person' && first.every(({ listing, miles }) => !isRemote(listing) && (miles ?? 0) > FAR_MILES);
  const remote = isFar ? list.find(({ listing }) => isRemote(listing)) : undefined;
  if (!remote) return [...list];
  const [onlyPeer, another] = first.filter((one) => peers.includes(one));
  return broughtIn(list, remote, { most, stays: another || peers.includes(remote) ? undefined : onlyPeer });
}

export function rank(evaluated: readonly Evaluated[], asked: Asked, { weights }: Judging = OWN): Ranked {
  const { band, ofOneOrganization, peerFits } = weights;
  const fitting = roomFirst(evaluated.filter(mayBeOffered).sort(byScore(asked.seed)), band);
  const kept = RULES.map((rule) => ({ rule, count: evaluated.filter(({ excludedBy, score }) => excludedBy === rule && score > 0).length }));
  const spreadOut = spread(fitting, ofOneOrganization);
  const peers = asked.peer === 'no' ? [] : fittingPeers(spreadOut, peerFits);
  const results = withRemote(withPeer(spreadOut, peers, ofOneOrganization), asked, { peers, most: ofOneOrganization });
  return { results, excluded: kept.filter(({ count }) => count > 0), peerGap: asked.peer !== 'no' && !peers.length };
}
