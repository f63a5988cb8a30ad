import { Injectable } from '@nestjs/common';
import { Directory, TermFinder, type NamedTerm } from '../directory/index.js';
import type { Actor } from '../platform/index.js';
import { familiesOf, type Families } from './domain/families.js';
import { TOPIC_NEEDS, topicsOf } from './domain/topics.js';
import type { FoundNeed, NamedCode, NeedChoice, VocabularyView } from './vocabulary.dto.js';
import type { Names } from './texts/reason-texts.js';

const KEPT_MS = 60_000;
/** More are not read by anybody who looks for one. */
const FOUND = 20;

/** The vocabulary's names, read at most once a minute. */
@Injectable()
export class Vocabulary {
  private copy: { at: number; terms: NamedTerm[]; families: Families } | undefined;

  constructor(
    private readonly directory: Directory,
    private readonly finder: TermFinder,
  ) {}

  async names(actor: Actor): Promise<Names> {
    return new Map((await this.terms(actor)).map(({ taxonomy, code, name }) => [`${taxonomy}/${code}`, name]));
  }

  /** Terms by `taxonomy/code`, as they are called in English and in Spanish; null where there is no Spanish name. */
  async called(actor: Actor): Promise<ReadonlyMap<string, { name: string; nameEs: string | null }>> {
    return new Map((await this.terms(actor)).map(({ taxonomy, code, name, nameEs }) => [`${taxonomy}/${code}`, { name, nameEs }]));
  }

  /** The needs that topics of the form stand for, each once. */
  needsUnder(topics: readonly string[]): string[] {
    return [...new Set(topics.flatMap((topic) => TOPIC_NEEDS[topic] ?? []))];
  }

  /** Needs as they are called now: a retired one counts as what took its place, each once. */
  async current(actor: Actor, needs: readonly string[]): Promise<string[]> {
    return [...new Set(needs.map(await this.now(actor)))];
  }

  /** What a need is called now. */
  async now(actor: Actor): Promise<(need: string) => string> {
    const replaced = new Map((await this.terms(actor)).flatMap(({ taxonomy, code, replacedBy }) => (taxonomy === 'need' && replacedBy ? [[code, replacedBy] as const] : [])));
    return (need) => replaced.get(need) ?? need;
  }

  async view(actor: Actor): Promise<VocabularyView> {
    const { terms, families } = await this.read(actor);
    const listed = await this.directory.needsListed(actor);
    const of = (wanted: string): NamedTerm[] => terms.filter(({ taxonomy, retired }) => taxonomy === wanted && !retired);
    const needs = of('need').map(({ code, name }): NeedChoice => ({ code, name, family: null, listings: listed.get(code) ?? 0, related: [...families.related(code)], topics: topicsOf([code], families) }));
    const names = new Map(needs.map(({ code, name }) => [code, name]));
    const roofs = new Set(needs.flatMap(({ code }) => families.broader(code).at(-1) ?? []));
    for (const need of needs) need.family = names.get(families.broader(need.code).at(-1) ?? (roofs.has(need.code) ? need.code : '')) ?? null;
    const topics = Object.fromEntries(Object.entries(TOPIC_NEEDS).map(([topic, under]) => [topic, [...under]]));
    const named = (wanted: string): NamedCode[] => of(wanted).map(({ code, name }) => ({ code, name }));
    return { needs, serviceTypes: named('service-type'), populations: named('population'), topics };
  }

  /** Needs by their names or by what people say, the best first. */
  async find(search: string): Promise<FoundNeed[]> {
    return (await this.finder.search())
      .find(search)
      .filter(({ term }) => term.taxonomy === 'need')
      .slice(0, FOUND)
      .map(({ term: { code }, said }) => ({ code, said }));
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
