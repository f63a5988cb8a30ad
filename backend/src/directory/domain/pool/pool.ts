import type { ListingArea, ListingFacts } from '../../listing.js';
import { Marks } from './marks.js';
import { mayHold, reachOf, type CandidateQuery } from './reach.js';
import { Shared } from './shared.js';

/**
 * Live listings in memory. Each has a row in the columns; lists that many have alike are kept once. One plain pass over two
 * columns finds what the statement `CANDIDATES` finds: measured, no index is faster below some hundred thousand (performance.md 3.2).
 */
export class Pool {
  private readonly rows = new Map<string, number>();
  private readonly left: number[] = [];
  private readonly facts: (ListingFacts | undefined)[] = [];
  private readonly needs = new Marks();
  private readonly areasOf: number[] = [];
  private readonly areas = new Shared<readonly ListingArea[]>();
  private readonly lists = new Shared<readonly string[]>();

  get size(): number {
    return this.rows.size;
  }

  /** A listing as it is now: kept while it is live. */
  put(facts: ListingFacts): void {
    if (facts.status !== 'active') return this.drop(facts.id);
    const row = this.rows.get(facts.id) ?? this.left.pop() ?? this.facts.length;
    this.rows.set(facts.id, row);
    this.needs.put(row, [...facts.needs, ...facts.needsSuggested]);
    this.areasOf[row] = this.areas.number(facts.areas);
    this.facts[row] = this.lean(facts);
  }

  drop(id: string): void {
    const row = this.rows.get(id);
    if (row === undefined) return;
    this.rows.delete(id);
    this.facts[row] = undefined;
    this.left.push(row);
  }

  /** Order is not promised. */
  candidates({ needs, place }: CandidateQuery): ListingFacts[] {
    const reach = reachOf(place);
    const helps = needs.length ? this.needs.anyOrNone(needs, this.facts.length) : null;
    const serves = this.areas.marked((some) => !reach || !some.length || some.some((area) => mayHold(area, reach)));
    return this.facts.filter((facts, row): facts is ListingFacts => facts !== undefined && (!helps || helps[row] === 1) && serves[this.areasOf[row] ?? 0] === 1);
  }

  private lean(facts: ListingFacts): ListingFacts {
    const { needs, needsSuggested, serviceTypes, populations, restrictions, payments, delivery, features, languages, areas } = facts;
    const lists = { needs, needsSuggested, serviceTypes, populations, restrictions, payments, delivery, features, languages };
    for (const name of LISTS) lists[name] = this.lists.once(lists[name]);
    return { ...facts, ...lists, areas: this.areas.once(areas) };
  }
}

const LISTS = ['needs', 'needsSuggested', 'serviceTypes', 'populations', 'restrictions', 'payments', 'delivery', 'features', 'languages'] as const;
