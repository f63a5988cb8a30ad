import { Injectable } from '@nestjs/common';
import { Directory, type NamedTerm } from '../directory/index.js';
import type { Actor } from '../platform/index.js';
import { TOPIC_NEEDS } from './domain/topics.js';
import type { VocabularyView } from './matching.dto.js';
import type { Names } from './texts/reason-texts.js';

const KEPT_MS = 60_000;

/** The vocabulary's names, read at most once a minute. */
@Injectable()
export class Vocabulary {
  private copy: { at: number; terms: NamedTerm[] } | undefined;

  constructor(private readonly directory: Directory) {}

  async names(actor: Actor): Promise<Names> {
    return new Map((await this.terms(actor)).map(({ taxonomy, code, name }) => [`${taxonomy}/${code}`, name]));
  }

  async view(actor: Actor): Promise<VocabularyView> {
    const terms = await this.terms(actor);
    const of = (wanted: string): VocabularyView['needs'] => terms.filter(({ taxonomy }) => taxonomy === wanted).map(({ code, name }) => ({ code, name }));
    const topics = Object.fromEntries(Object.entries(TOPIC_NEEDS).map(([topic, needs]) => [topic, [...needs]]));
    return { needs: of('need'), serviceTypes: of('service-type'), topics };
  }

  private async terms(actor: Actor): Promise<NamedTerm[]> {
    if (!this.copy || Date.now() - this.copy.at > KEPT_MS) this.copy = { at: Date.now(), terms: await this.directory.terms(actor) };
    return this.copy.terms;
  }
}
