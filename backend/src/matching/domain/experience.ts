import type { Ask } from './ask.js';
import type { Factor } from './factors.js';
import type { Judging } from './judging.js';
import type { Listing } from './listing.js';
import { topicsOf } from './topics.js';
import type { Weights } from './weights.js';

/**
 * What came of the referrals to one service for one topic of the form. Counted are those of which something is known, and for
 * which the service answers: that it was full, or that somebody was not eligible, corrects the record and counts nowhere here.
 */
export interface Lesson {
  serviceId: string;
  topic: string;
  /** Main kind of help, for the usual rate; empty where it has none. */
  kind: string;
  /** Referrals of which something is known. */
  known: number;
  /** Who got in. */
  gotIn: number;
  /** The same, a referral of a half-life ago counted half. */
  knownWeighed: number;
  gotInWeighed: number;
  /** Referrals of the last 30 days for any topic, whatever came of them. */
  recent: number;
}

interface Sum {
  known: number;
  gotIn: number;
}
const NOTHING: Sum = { known: 0, gotIn: 0 };
const plus = (a: Sum, b: Sum): Sum => ({ known: a.known + b.known, gotIn: a.gotIn + b.gotIn });
const weighed = ({ knownWeighed, gotInWeighed }: Lesson): Sum => ({ known: knownWeighed, gotIn: gotInWeighed });
const sumOf = (lessons: readonly Lesson[]): Sum => lessons.map(weighed).reduce(plus, NOTHING);
/** With less behind it a kind of help has no rate of its own. */
const KIND_LEAST = 5;
const NO_IDEA = 0.5;

/** What came of earlier referrals, by service. It never knows of whom. */
export class Past {
  private readonly services: ReadonlyMap<string, readonly Lesson[]>;
  private readonly kinds: ReadonlyMap<string, Sum>;
  private readonly all: Sum;

  constructor(lessons: readonly Lesson[]) {
    this.services = Map.groupBy(lessons, ({ serviceId }) => serviceId);
    this.kinds = new Map([...Map.groupBy(lessons, ({ kind }) => kind)].map(([kind, some]) => [kind, sumOf(some)]));
    this.all = sumOf(lessons);
  }

  /** Referrals to the service in the last 30 days. */
  recent(serviceId: string): number {
    return this.services.get(serviceId)?.[0]?.recent ?? 0;
  }

  of(serviceId: string, topics: readonly string[]): readonly Lesson[] {
    return (this.services.get(serviceId) ?? []).filter(({ topic }) => topics.includes(topic));
  }

  /** The desk's rate for that kind of help; its rate for all of them where little is known of the kind. */
  usual(kind: string): number {
    const own = this.kinds.get(kind) ?? NOTHING;
    const { known, gotIn } = own.known >= KIND_LEAST ? own : this.all;
    return known > 0 ? gotIn / known : NO_IDEA;
  }
}

/** The Beta posterior's mean: the usual rate stands for `pseudo` referrals. */
export const believed = ({ known, gotIn }: Sum, usual: number, pseudo: number): number => (gotIn + pseudo * usual) / (known + pseudo);

/** 1 - `experience` to 1 + `experience`: as much above or below 1 as what is believed is above or below the usual. */
export function experienceFactor(sum: Sum, usual: number, { experience, pseudo }: Weights): number {
  const moved = 2 * experience * (believed(sum, usual, pseudo) - usual);
  return 1 + Math.max(-experience, Math.min(experience, moved));
}

const TOPICS = new WeakMap<Ask, readonly string[]>();
/** One question is held against thousands of listings. */
function topicsFor(ask: Ask): readonly string[] {
  const known = TOPICS.get(ask) ?? topicsOf(ask.needs, ask.families);
  TOPICS.set(ask, known);
  return known;
}

const UNMOVED = { value: 1, factors: [] };

/** What earlier referrals for the same topics say of the service: nothing with too few of them. */
export function experienceOf(ask: Ask, { id, serviceTypes }: Listing, { past, weights }: Judging): { value: number; factors: Factor[] } {
  const lessons = past?.of(id, topicsFor(ask)) ?? [];
  const known = lessons.reduce((sum, one) => sum + one.known, 0);
  if (!past || known < weights.fewest || !weights.experience) return UNMOVED;
  const value = experienceFactor(sumOf(lessons), past.usual(serviceTypes[0] ?? ''), weights);
  const gotIn = lessons.reduce((sum, one) => sum + one.gotIn, 0);
  return { value, factors: [{ code: 'experience', outcome: value >= 1 ? 'meets' : 'unknown', value, weight: 0, about: { gotIn, known } }] };
}
