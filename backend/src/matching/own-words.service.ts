import { Injectable } from '@nestjs/common';
import { Inquiries, UrgencyHints } from '../intake/index.js';
import type { Actor } from '../platform/index.js';
import { suggestionsOf, whomAsked, type Suggestion } from './domain/suggestions.js';
import type { Sounded } from './domain/reading/tier.js';
import type { Names } from './texts/reason-texts.js';
import { Understanding } from './understanding.service.js';
import type { SoundView, MeantView, UnderstoodView } from './understood.dto.js';
import { Vocabulary } from './vocabulary.service.js';

const NOTHING: UnderstoodView = { suggestions: [], away: [], sounds: null };

/** What a request's own words may ask for, for whoever may read them. Understanding is a reading: it is written down as one, and leaves nothing else behind. */
@Injectable()
export class OwnWords {
  constructor(
    private readonly inquiries: Inquiries,
    private readonly understanding: Understanding,
    private readonly vocabulary: Vocabulary,
    private readonly hints: UrgencyHints,
  ) {}

  /** Throws 404 when the words are not for this actor to read. */
  async understood(actor: Actor, inquiryId: string): Promise<UnderstoodView> {
    const { words, asker } = await this.inquiries.ownWords(actor, inquiryId);
    if (!words) return NOTHING;
    const { mentions, understood, sounded } = await this.understanding.reading(words, whomAsked(asker));
    if (sounded.tier !== 'none') await this.hints.heard(actor, inquiryId, sounded.tier);
    const names = await this.vocabulary.names(actor);
    const suggestions = await this.asNow(actor, suggestionsOf(words, mentions, understood));
    return {
      suggestions: suggestions.map((one) => viewOf(one, names)),
      away: understood.away.flatMap((term) => names.get(term) ?? []),
      sounds: soundOf(sounded),
    };
  }

  /** Needs as they are called now, each once. */
  private async asNow(actor: Actor, all: readonly Suggestion[]): Promise<Suggestion[]> {
    const now = await this.vocabulary.now(actor);
    const current = all.map((one) => (one.taxonomy === 'need' ? { ...one, code: now(one.code) } : one));
    return current.filter((one, at) => current.findIndex(({ taxonomy, code, value }) => taxonomy === one.taxonomy && code === one.code && value === one.value) === at);
  }
}

const viewOf = (one: Suggestion, names: Names): MeantView => ({ ...one, name: one.taxonomy === 'fact' ? null : (names.get(`${one.taxonomy}/${one.code}`) ?? one.code.replaceAll('-', ' ')) });
const soundOf = ({ tier, because }: Sounded): SoundView | null => (tier === 'none' ? null : { tier, because });
