import type { ListingArea, ListingFacts } from '../../listing.js';
import { mayHold, reachOf, type CandidateQuery } from './reach.js';
import { Shared } from './shared.js';

/**
 * Live listings in memory. Each has a place in the columns; needs, areas and all other lists that many have alike are kept once.
 * One plain pass over two columns finds what the statement `CANDIDATES` finds: measured, no index is faster below some hundred
 * thousand (performance.md 3.2).
 */
export class Pool {
  private readonly places = new Map<string, number>();
  private readonly left: number[] = [];
  private readonly facts: (ListingFacts | undefined)[] = [];
  private readonly needsOf: number[] = [];
  private readonly areasOf: number[] = [];
  private readonly needs = new Shared<readonly string[]>();
  private readonly areas = new Shared<readonly ListingArea[]>();
  private readonly lists = new Shared<unknown>();

  get size(): number {
    return this.places.size;
  }

  /** A listing as it is now: kept while it is live. */
  put(facts: ListingFacts): void {
    if (facts.status !== 'active') return this.drop(facts.id);
    const place = this.places.get(facts.id) ?? this.left.pop() ?? this.facts.length;
    this.places.set(facts.id, place);
    this.needsOf[place] = this.needs.number([...facts.needs, ...facts.needsSuggested]);
    this.areasOf[place] = this.areas.number(facts.areas);
    this.facts[place] = this.lean(facts);
  }

  drop(id: string): void {
    const place = this.places.get(id);
    if (place === undefined) return;
    this.places.delete(id);
    this.facts[place] = undefined;
    this.left.push(place);
  }

  /** Order is not promised. */
  candidates({ needs, place }: CandidateQuery): ListingFacts[] {
    const [wanted, reach] = [new Set(needs), reachOf(place)];
    const helps = this.needs.marked((some) => !wanted.size || !some.length || some.some((need) => wanted.has(need)));
    const serves = this.areas.marked((some) => !reach || !some.length || some.some((area) => mayHold(area, reach)));
    const found: ListingFacts[] = [];
    for (const [at, facts] of this.facts.entries()) if (facts && helps[this.needsOf[at] ?? 0] && serves[this.areasOf[at] ?? 0]) found.push(facts);
    return found;
  }

  private lean(facts: ListingFacts): ListingFacts {
    const entries = Object.entries(facts).map(([name, value]: [string, unknown]) => [name, name !== 'places' && Array.isArray(value) ? this.lists.once(value) : value]);
    return Object.fromEntries(entries) as ListingFacts;
  }
}
