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

  /** Needs as they are called now: a retired one counts as what took its place, each once. */
  async current(actor: Actor, needs: readonly string[]): Promise<string[]> {
    const replaced = new Map((await this.terms(actor)).flatMap(({ taxonomy, code, replacedBy }) => (taxonomy === 'need' && replacedBy ? [[code, replacedBy] as const] : [])));
    return [...new Set(needs.map((need) => replaced.get(need) ?? need))];
  }

  async view(actor: Actor): Promise<VocabularyView> {
    const terms = await this.terms(actor);
    const of = (wanted: string): VocabularyView['needs'] => terms.filter(({ taxonomy, retired }) => taxonomy === wanted && !retired).map(({ code, name }) => ({ code, name }));
    const topics = Object.fromEntries(Object.entries(TOPIC_NEEDS).map(([topic, needs]) => [topic, [...needs]]));
    return { needs: of('need'), serviceTypes: of('service-type'), topics };
  }

  private async terms(actor: Actor): Promise<NamedTerm[]> {
    if (!this.copy || Date.now() - this.copy.at > KEPT_MS) this.copy = { at: Date.now(), terms: await this.directory.terms(actor) };
    return this.copy.terms;
  }
}
