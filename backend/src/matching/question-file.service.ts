import { Injectable } from '@nestjs/common';
import { Directory, Places } from '../directory/index.js';
import { SYSTEM } from '../platform/index.js';
import { askFrom, whomOf, type Answers } from './domain/answers.js';
import type { Ask } from './domain/ask.js';
import { evaluateAll, type Evaluated, type Fit } from './domain/evaluate.js';
import type { Factor } from './domain/factors.js';
import type { Listing } from './domain/listing.js';
import type { Tier } from './domain/reading/tier.js';
import { rank } from './domain/rank.js';
import { ListingWords } from './listing-words.service.js';
import { Judgement } from './ordering/judgement.service.js';
import { placeOf } from './place-of.js';
import { Understanding } from './understanding.service.js';
import { Vocabulary } from './vocabulary.service.js';

/** One question of a file, in the form of docs/matching.md. */
export interface Question {
  id: string;
  text: string;
  answers?: Answers;
}

/** What may be offered for one question. Values of reasons are codes and numbers. */
export interface Answered {
  id: string;
  ranking: { service: string; band: Fit; score: number; reasons: { code: string; value: string | number | null }[] }[];
}

export interface Triaged {
  id: string;
  tier: Tier;
  needs: string[];
}

const MOST = 50;

/** Answers questions of a file, own words read by the lexicon: for measuring, and for looking again. Nothing is written. */
@Injectable()
export class QuestionFile {
  private listings: Promise<Listing[]> | undefined;

  constructor(
    private readonly directory: Directory,
    private readonly places: Places,
    private readonly understanding: Understanding,
    private readonly words: ListingWords,
    private readonly vocabulary: Vocabulary,
    private readonly judgement: Judgement,
  ) {}

  /** `today` is an ISO date. */
  async match(question: Question, today: string): Promise<Answered> {
    const ask = await this.asked(question);
    this.listings ??= this.directory.listings(SYSTEM).then((all) => this.words.heard(SYSTEM, all));
    const judging = await this.judgement.now();
    const { results } = rank(evaluateAll(ask, await this.listings, today, judging), ask, judging);
    return { id: question.id, ranking: results.slice(0, MOST).map(lineOf) };
  }

  /** How urgent a question sounds, and the needs that its words say, the surest first. */
  async triage({ id, text }: Pick<Question, 'id' | 'text'>): Promise<Triaged> {
    const { sounded, understood } = await this.understanding.reading(text, null);
    return { id, tier: sounded.tier, needs: understood.needs.map(({ code }) => code) };
  }

  private async asked({ text, answers = {} }: Question): Promise<Ask> {
    const understood = await this.understanding.of(text, whomOf(answers));
    const place = answers.zip ? await this.places.labelled(answers.zip) : undefined;
    const now = await this.vocabulary.now(SYSTEM);
    const needs = understood.needs.map((need) => ({ ...need, code: now(need.code) }));
    return askFrom(answers, { ...understood, needs }, { place: place ? placeOf(place) : null, families: await this.vocabulary.families(SYSTEM) });
  }
}

const lineOf = ({ listing, fit, score, factors }: Evaluated): Answered['ranking'][number] => ({ service: listing.id, band: fit, score: Math.round(score * 10_000) / 10_000, reasons: factors.filter(({ outcome }) => outcome === 'meets').map(reasonOf) });

/** What each factor is about, the one thing that a reader compares. */
const VALUES = ['need', 'kind', 'population', 'language', 'payment', 'restriction', 'time', 'format', 'miles', 'days', 'place', 'wish', 'least', 'wait'];
function reasonOf({ code, about }: Factor): { code: string; value: string | number | null } {
  const value = VALUES.map((name) => about[name]).find((one) => one !== undefined && one !== null) ?? null;
  return { code, value: typeof value === 'number' ? Math.round(value * 10) / 10 : value };
}
