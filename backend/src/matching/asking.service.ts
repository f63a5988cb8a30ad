import { Injectable } from '@nestjs/common';
import { labelOf, Places, type NamedPlace } from '../directory/index.js';
import { Inquiries, type AskedFacts } from '../intake/index.js';
import type { Actor } from '../platform/index.js';
import type { Ask, AskedPlace, Payment } from './domain/ask.js';
import { BAND_AGES, TOPIC_NEEDS } from './domain/topics.js';
import { placeOf } from './place-of.js';
import { BANDS, PAYMENTS, type AskedView, type FindMatches } from './matching.dto.js';
import { Vocabulary } from './vocabulary.service.js';

const SPOKEN: Readonly<Record<string, string>> = { english: 'en', spanish: 'es', arabic: 'ar', vietnamese: 'vi', chinese: 'zh', french: 'fr', 'haitian creole': 'ht', portuguese: 'pt', russian: 'ru', 'american sign language': 'ase', somali: 'so', korean: 'ko', tagalog: 'tl' };
/** Plans that leave no choice: a place that does not take them is of no use. */
const BINDING: readonly string[] = ['medicaid', 'uninsured'];
const YES_NO = ['yes', 'no'] as const;

const oneOf = <T extends string>(list: readonly T[], value: string | null | undefined): T | null => list.find((each) => each === value) ?? null;

/** One question, how it was read, and what has to be said about the place. */
export interface Asked {
  ask: Ask;
  view: AskedView;
  /** The language of the request, in which its person reads. */
  language: string;
  /** Null when the place is clear, or none was told. */
  aboutPlace: string | null;
}

/** What stands unsealed of a request. */
export type PlainRequest = Pick<AskedFacts, 'id' | 'topics' | 'zip' | 'ageBand' | 'asker' | 'language'>;

/** Turns a request and what its specialist changed into one question. */
@Injectable()
export class Asking {
  constructor(
    private readonly inquiries: Inquiries,
    private readonly places: Places,
    private readonly vocabulary: Vocabulary,
  ) {}

  /** Throws 404 when the request is not this actor's. */
  async asked(actor: Actor, inquiryId: string, changed: FindMatches): Promise<Asked> {
    const facts = await this.inquiries.asked(actor, inquiryId);
    const given = Object.fromEntries(Object.entries(changed).filter(([, value]) => value !== undefined));
    const told = changed.zip === undefined && changed.town === undefined ? await this.told(facts) : NOWHERE;
    const view: AskedView = { ...fromRequest(facts), ...told.view, ...given };
    view.needs = await this.vocabulary.current(actor, view.needs);
    if (changed.age !== undefined && changed.ageBand === undefined) view.ageBand = null;
    const place = await this.place(view);
    const families = await this.vocabulary.families(actor);
    return { ask: { ...askOf(view, facts, place && placeOf(place)), families }, view, language: facts.language, aboutPlace: told.about ?? aboutUnknown(view, place) };
  }

  /** A past request as its plain columns tell it: nothing is opened, so facts and what was changed by hand are not in it. */
  async plain(actor: Actor, { id, topics, zip, ageBand, asker, language }: PlainRequest): Promise<Ask> {
    const facts: AskedFacts = { id, topics, zip, ageBand, asker, language, town: null, urgency: null, facts: {}, reference: '' };
    const view = fromRequest(facts);
    const place = await this.place(view);
    return { ...askOf({ ...view, needs: await this.vocabulary.current(actor, view.needs) }, facts, place && placeOf(place)), families: await this.vocabulary.families(actor) };
  }

  /** The place of a request: its ZIP code, else its town where that can only mean one place. What was read out of a town is said. */
  private async told({ zip, town }: AskedFacts): Promise<{ view: Pick<AskedView, 'zip' | 'town'>; about: string | null }> {
    if (zip || !town) return { view: { zip, town: null }, about: null };
    const { certainty, places } = await this.places.find(town);
    const [meant] = places;
    if (certainty !== 'sure' || !meant) return { view: NOWHERE.view, about: `“${town}” could not be read as one place, so the place decides nothing. Change it above.` };
    const label = labelOf(meant);
    return { view: { zip: null, town: label }, about: label === town ? null : `“${town}” was read as ${label}.` };
  }

  private place({ zip, town }: AskedView): Promise<NamedPlace | undefined> {
    return zip || town ? this.places.labelled(zip ?? town ?? '') : Promise.resolve(undefined);
  }
}

const NOWHERE = { view: { zip: null, town: null }, about: null };

/** A ZIP code that is not in the table decides nothing. */
function aboutUnknown({ zip, town }: AskedView, place: NamedPlace | undefined): string | null {
  const named = zip ? `The ZIP code ${zip}` : town && `“${town}”`;
  return named && !place ? `${named} is not known, so the place decides nothing. Check it.` : null;
}

function askOf(view: AskedView, { id, asker, urgency }: AskedFacts, place: AskedPlace | undefined): Omit<Ask, 'families'> {
  const { age, ageBand, kinds, language, only: _, payment, zip: __, town: ___, ...rest } = view;
  return {
    ...rest,
    seed: id,
    kinds: kinds.map((code) => ({ code, weight: 1 })),
    saidAge: null,
    age: ageOf(age, ageBand),
    language: language ?? 'en',
    languageRequired: language !== null && rest.languageRequired,
    payment: oneOf(PAYMENTS, payment) ?? 'unknown',
    place: place ?? null,
    urgency: oneOf(['today', 'this_week', 'few_weeks', 'no_rush'] as const, urgency),
    forOther: asker === 'carer' || asker === 'professional',
  };
}

const ageOf = (age: number | null, band: string | null): Ask['age'] => (age === null ? (BAND_AGES[band ?? ''] ?? null) : { from: age, to: age });

/** The defaults: only what the person said. */
function fromRequest({ topics, zip, ageBand, language, facts }: AskedFacts): AskedView {
  const said = (name: string): string | null => facts[name]?.value ?? null;
  const speaks = SPOKEN[(said('speak') ?? '').trim().toLowerCase()] ?? language;
  const payment: Payment | null = oneOf(PAYMENTS, said('insurance'));
  return {
    needs: [...new Set(topics.flatMap((topic) => TOPIC_NEEDS[topic] ?? []))],
    kinds: [],
    populations: [],
    zip,
    town: null,
    age: null,
    ageBand: oneOf(BANDS, ageBand),
    language: speaks,
    languageRequired: speaks !== 'en',
    payment: payment === 'unknown' ? null : payment,
    paymentRequired: BINDING.includes(payment ?? ''),
    format: 'either',
    peer: oneOf(YES_NO, said('peer')) ?? 'no_preference',
    wheelchair: false,
    veteran: oneOf(YES_NO, said('veteran')),
    lgbtq: null,
    times: [],
    only: [],
  };
}
