import { Injectable } from '@nestjs/common';
import { Directory } from '../directory/index.js';
import { Inquiries, type AskedFacts } from '../intake/index.js';
import type { Actor } from '../platform/index.js';
import type { Ask, AskedPlace, Payment } from './domain/ask.js';
import { BAND_AGES, TOPIC_NEEDS } from './domain/topics.js';
import { BANDS, PAYMENTS, type AskedView, type FindMatches } from './matching.dto.js';

const SPOKEN: Readonly<Record<string, string>> = { english: 'en', spanish: 'es', arabic: 'ar', vietnamese: 'vi', chinese: 'zh', french: 'fr', 'haitian creole': 'ht', portuguese: 'pt', russian: 'ru', 'american sign language': 'ase', somali: 'so', korean: 'ko', tagalog: 'tl' };
/** Plans that leave no choice: a place that does not take them is of no use. */
const BINDING: readonly string[] = ['medicaid', 'uninsured'];
const YES_NO = ['yes', 'no'] as const;

const oneOf = <T extends string>(list: readonly T[], value: string | null | undefined): T | null => list.find((each) => each === value) ?? null;

/** Turns a request and what its specialist changed into one question. */
@Injectable()
export class Asking {
  constructor(
    private readonly inquiries: Inquiries,
    private readonly directory: Directory,
  ) {}

  /** With the language of the request, in which its person reads. Throws 404 when the request is not this actor's. */
  async asked(actor: Actor, inquiryId: string, changed: FindMatches): Promise<{ ask: Ask; view: AskedView; language: string }> {
    const facts = await this.inquiries.asked(actor, inquiryId);
    const given = Object.fromEntries(Object.entries(changed).filter(([, value]) => value !== undefined));
    const view: AskedView = { ...fromRequest(facts), ...given };
    if (changed.age !== undefined && changed.ageBand === undefined) view.ageBand = null;
    return { ask: await this.ask(view, facts), view, language: facts.language };
  }

  private async ask(view: AskedView, { asker, urgency }: AskedFacts): Promise<Ask> {
    const { age, ageBand, language, payment, zip, ...rest } = view;
    return {
      ...rest,
      age: ageOf(age, ageBand),
      language: language ?? 'en',
      languageRequired: language !== null && rest.languageRequired,
      payment: oneOf(PAYMENTS, payment) ?? 'unknown',
      place: zip ? await this.place(zip) : null,
      urgency: oneOf(['today', 'this_week', 'few_weeks', 'no_rush'] as const, urgency),
      forOther: asker === 'carer' || asker === 'professional',
    };
  }

  /** A ZIP code without a point, or none that we know, decides nothing. */
  private async place(zip: string): Promise<AskedPlace | null> {
    const found = await this.directory.zip(zip);
    if (!found || found.lat === null || found.lon === null) return null;
    return { ...found, lat: found.lat, lon: found.lon };
  }
}

const ageOf = (age: number | null, band: string | null): Ask['age'] => (age === null ? (BAND_AGES[band ?? ''] ?? null) : { from: age, to: age });

/** The defaults: only what the person said. */
function fromRequest({ topics, zip, ageBand, language, facts }: AskedFacts): AskedView {
  const said = (name: string): string | null => facts[name]?.value ?? null;
  const speaks = SPOKEN[(said('speak') ?? '').trim().toLowerCase()] ?? language;
  const payment: Payment | null = oneOf(PAYMENTS, said('insurance'));
  return {
    needs: [...new Set(topics.flatMap((topic) => TOPIC_NEEDS[topic] ?? []))],
    zip,
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
  };
}
