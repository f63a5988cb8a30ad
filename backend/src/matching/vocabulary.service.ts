import { Injectable } from '@nestjs/common';
import { Directory, type NamedTerm } from '../directory/index.js';
import type { Actor } from '../platform/index.js';
import { familiesOf, type Families } from './domain/families.js';
import { TOPIC_NEEDS, topicsOf } from './domain/topics.js';
import type { VocabularyView } from './matching.dto.js';
import type { Names } from './texts/reason-texts.js';

const KEPT_MS = 60_000;

/** The vocabulary's names, read at most once a minute. */
@Injectable()
export class Vocabulary {
  private copy: { at: number; terms: NamedTerm[]; families: Families } | undefined;

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

  async families(actor: Actor): Promise<Families> {
    return (await this.read(actor)).families;
  }

  /** What finds the form's topics under which needs fall. */
  async topics(actor: Actor): Promise<(needs: readonly string[]) => string[]> {
    const families = await this.families(actor);
    return (needs) => topicsOf(needs, families);
  }

  private async terms(actor: Actor): Promise<NamedTerm[]> {
    return (await this.read(actor)).terms;
  }

  private async read(actor: Actor): Promise<{ terms: NamedTerm[]; families: Families }> {
    if (!this.copy || Date.now() - this.copy.at > KEPT_MS) {
      const terms = await this.directory.terms(actor);
      this.copy = { at: Date.now(), terms, families: familiesOf(terms.filter(({ taxonomy, retired }) => taxonomy === 'need' && !retired)) };
    }
    return this.copy;
  }
}
