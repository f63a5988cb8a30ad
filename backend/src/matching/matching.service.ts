import { Injectable } from '@nestjs/common';
import { Directory, openingText, type ListingFacts, type Opening } from '../directory/index.js';
import { Clock, type Actor } from '../platform/index.js';
import { Asking, type Asked } from './asking.service.js';
import type { Ask } from './domain/ask.js';
import { daysBetween } from './domain/days.js';
import { evaluate, evaluateAll, type Evaluated } from './domain/evaluate.js';
import type { Factor, Outcome } from './domain/factors.js';
import { reachable } from './domain/families.js';
import type { Listing } from './domain/listing.js';
import { OWN, type Judging } from './domain/judging.js';
import { rank, type Ranked } from './domain/rank.js';
import { loosened, type Question } from './domain/relaxations.js';
import { ListingWords } from './listing-words.service.js';
import type { FindMatches, LooserView, MatchesView, MatchReason, MatchView, PointView } from './matching.dto.js';
import { changeOf, filtersOf, narrowed } from './narrowing.js';
import { Judgement } from './ordering/judgement.service.js';
import { costText, freshnessText, roomText, RULE_TEXTS } from './texts/desk.js';
import type { Names, ReasonTexts } from './texts/reason-texts.js';
import { DESK_TEXTS, reasonTexts, sentence, type Reader } from './texts/texts.js';
import { wishName } from './texts/wishes.js';
import { Vocabulary } from './vocabulary.service.js';

/** Services of a list; more are counted. */
export const SHOWN = 20;
/** A real choice is three: with fewer it is said which wish keeps others out. */
const FEW = 3;
const ORDER: readonly Outcome[] = ['meets', 'unknown', 'fails'];
const FORMATS: Readonly<Record<string, string>> = { 'in-person': 'in_person', virtual: 'virtual', phone: 'phone', 'home-visit': 'home' };
/** Room and freshness have sentences of their own. */
const APART: readonly string[] = ['open', 'waitlist', 'verified', 'distance'];

/** What the sentences need: names of terms, and who reads them. */
type Told = Reader & { names: Names };

/** A service explained; with the hard rule that forbids it, if one does. */
export interface Explained {
  match: MatchView;
  /** Its place in the whole list, from 1; null where it is not in it. */
  place: number | null;
  /** Number of the weights' version that ordered; null before any is stored. */
  weights: number | null;
  /** The same reasons in the language of the request (ISO 639), where that is not the desk's and there are texts in it. */
  told?: { language: string; reasons: MatchReason[] };
  excluded?: string;
  because?: string;
}

/** From what a person asks for to services that may be offered, each with its reasons. */
@Injectable()
export class Matching {
  constructor(
    private readonly asking: Asking,
    private readonly directory: Directory,
    private readonly vocabulary: Vocabulary,
    private readonly words: ListingWords,
    private readonly judgement: Judgement,
    private readonly clock: Clock,
  ) {}

  async find(actor: Actor, inquiryId: string, changed: FindMatches): Promise<MatchesView> {
    const asked = await this.asking.asked(actor, inquiryId, changed);
    const { ask, view, aboutPlace } = asked;
    const question: Question = { ask, only: view.only };
    const judging = await this.judgement.now();
    const evaluated = this.evaluated(ask, await this.candidates(actor, ask), judging);
    const { results, excluded, peerGap } = narrowed(question, evaluated, judging);
    const shown = results.slice(0, SHOWN);
    const names = await this.vocabulary.names(actor);
    const openings = await this.directory.openings(actor, shown.map(({ listing }) => listing));
    return {
      asked: view,
      point: ask.place?.point ?? null,
      results: shown.map((one) => this.view(one, { names, ...ask }, openings.get(one.listing.id))),
      total: results.length,
      excluded: excluded.map(({ rule, count }) => ({ rule, count, text: RULE_TEXTS[rule] })),
      filters: filtersOf(question, evaluated),
      looser: results.length < FEW ? await this.looser(actor, asked) : [],
      peerGap,
      message: [aboutPlace, messageFor(results, view.needs)].filter(Boolean).join(' ') || null,
    };
  }

  /** Every wish that keeps services out; without the place, those from everywhere. */
  private async looser(actor: Actor, { ask, view }: Asked): Promise<LooserView[]> {
    const all = await this.candidates(actor, { ...ask, place: null });
    return loosened({ ask, only: view.only }, all).map(({ wish, more }) => ({ name: wishName(wish, ask), more, change: changeOf([wish], view) }));
  }

  /** Every service that fits the question, best first. */
  async fitting(actor: Actor, asked: Asked): Promise<ListingFacts[]> {
    return (await this.inOrder(actor, asked, await this.judgement.now())).map(({ listing }) => listing);
  }

  private async inOrder(actor: Actor, { ask, view }: Asked, judging: Judging): Promise<Evaluated[]> {
    return narrowed({ ask, only: view.only }, this.evaluated(ask, await this.candidates(actor, ask), judging), judging).results;
  }

  /** The named services against one question, for options that are offered: reasons are computed here, never sent by a screen. */
  async explain(actor: Actor, inquiryId: string, { serviceIds, asked }: { serviceIds: readonly string[]; asked: FindMatches }): Promise<Explained[]> {
    const question = await this.asking.asked(actor, inquiryId, asked);
    const { ask, language } = question;
    const judging = await this.judgement.now();
    const order = await this.inOrder(actor, question, judging);
    const texts = reasonTexts(language);
    const names = await this.vocabulary.names(actor);
    const listings = await this.named(actor, serviceIds);
    return listings.map((listing) => {
      const at = order.findIndex((each) => each.listing.id === listing.id);
      const one = order[at] ?? evaluate(ask, listing, this.today(), judging);
      const told = texts && texts !== DESK_TEXTS && { language: texts.language, reasons: reasonsOf(one.factors, texts, { names, ...ask }) };
      return { match: this.view(one, { names, ...ask }), place: at < 0 ? null : at + 1, weights: judging.number, ...(told && { told }), ...(one.excludedBy && { excluded: one.excludedBy, because: RULE_TEXTS[one.excludedBy] }) };
    });
  }

  /** Listings by their ids, whatever their status, with what their words speak of. Unknown ids are left out. */
  async named(actor: Actor, serviceIds: readonly string[]): Promise<Listing[]> {
    return this.words.heard(actor, await this.directory.listingsOf(actor, serviceIds));
  }

  /** By the product's own weights, unless others are given. */
  ranked(ask: Ask, listings: readonly Listing[], judging: Judging = OWN): Ranked {
    return rank(this.evaluated(ask, listings, judging), ask, judging);
  }

  private evaluated(ask: Ask, listings: readonly Listing[], judging: Judging): Evaluated[] {
    return evaluateAll(ask, listings, this.today(), judging);
  }

  /** Services that may be of use for the question, with what their words speak of. */
  async candidates(actor: Actor, { needs, families, place }: Ask): Promise<Listing[]> {
    return this.words.heard(actor, await this.directory.candidates(actor, { needs: reachable(needs, families), place }));
  }

  /** ISO date. */
  private today(): string {
    return this.clock.now().toISOString().slice(0, 10);
  }

  private view({ listing, factors, fit, miles }: Evaluated, told: Told, opening?: Opening): MatchView {
    const since = (date: string | null): number | null => (date === null ? null : daysBetween(date, this.today()));
    const { id, name, organization, peer, payments, free, capacity } = listing;
    return {
      ...{ serviceId: id, name, organization, peer, fit },
      kind: told.names.get(`service-type/${listing.serviceTypes[0] ?? ''}`) ?? 'Kind not stated',
      distanceMiles: miles,
      points: pointsOf(listing),
      format: listing.delivery.map((way) => FORMATS[way] ?? way),
      cost: costText(payments, free),
      reasons: reasonsOf(factors, DESK_TEXTS, told),
      room: roomText(listing, since(capacity?.updated ?? null)),
      freshness: freshnessText(listing, since(listing.assuredDate)),
      openNow: opening ? openingText(opening) : null,
    };
  }
}

/** Only what everybody may find: no hidden place, and none that tells its ZIP code alone. */
function pointsOf({ places }: ListingFacts): PointView[] {
  return places.flatMap(({ lat, lon, hidden, partial }) => (hidden || partial || lat === null || lon === null ? [] : [{ lat, lon }]));
}

/** Meets first, then what to ask, then what it does not. */
function reasonsOf(factors: readonly Factor[], texts: ReasonTexts, { names, ...reader }: Told): MatchReason[] {
  const shown = factors.filter(({ code }) => !APART.includes(code));
  const sorted = [...shown].sort((a, b) => ORDER.indexOf(a.outcome) - ORDER.indexOf(b.outcome));
  return sorted.map((factor) => {
    const { text, ask = null } = sentence(factor, texts, names, reader);
    return { code: factor.code, verdict: factor.outcome, text, ask };
  });
}

function messageFor(results: readonly Evaluated[], needs: readonly string[]): string | null {
  if (!needs.length) return 'No need is named yet: this is everything that serves the place. Add a need to narrow it down.';
  if (!results.length) return 'Nothing in the directory fits all of this. Take a wish or a need away, or ask a colleague.';
  if (results.some(({ fit }) => fit === 'strong')) return null;
  return 'No strong match. What follows is the nearest; ask before you offer it.';
}
