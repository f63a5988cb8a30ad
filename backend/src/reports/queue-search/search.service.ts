import { Injectable } from '@nestjs/common';
import { CODE_WORDS, DAY_WORDS, MOST_VIEWS, NAMED_DAYS, namesSomebody, printTerm, QUEUE_START, readSearch, refusal, SavedViews, SEARCH_VIEWS, VALUES, viewer, withAccounts, WORKS, type Colleague, type KeptView, type Search, type SearchView } from '../../intake/index.js';
import { Clock, Config, Db, type Actor } from '../../platform/index.js';
import { localDay } from '../../referrals/index.js';
import { Settings } from '../../settings/index.js';
import type { ReadSearch, SavedViewsView, SavedViewView, SearchQueue, SearchReadView, SearchTotalView, SearchWordView } from './search.dto.js';
import { Bound, searchCounts, searchPage } from './search.sql.js';

/** Who works on requests. $1 demo. */
const COLLEAGUES = `select a.id, a.name from people.account a where ${WORKS('$1')}`;

/** Searches that stand in the list of views for everybody. */
const WAITING = ['person', 'agency'] as const;
const waitsOn = (value: string): Search => ({ view: null, terms: [{ word: 'waiting', not: false, values: [value] }] });

/** The queue's search: words to one statement, and how many each kept search finds. */
@Injectable()
export class QueueSearch {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly saved: SavedViews,
    private readonly config: Config,
  ) {}

  words(): SearchWordView[] {
    const codes = CODE_WORDS.map((word): SearchWordView => ({ word, kind: 'codes', values: [...VALUES[word]] }));
    return [...codes, ...DAY_WORDS.map((word): SearchWordView => ({ word, kind: 'days', values: [...NAMED_DAYS] })), { word: 'view', kind: 'codes', values: [...SEARCH_VIEWS] }];
  }

  /** Names of colleagues are read as their accounts. Throws 422 naming each word that is not understood, by its place. */
  async read(actor: Actor, { text }: ReadSearch): Promise<SearchReadView> {
    const named = namesSomebody(text) ? withAccounts(text, await this.db.statement<Colleague>(actor, COLLEAGUES, [this.config.demo])) : { text, faults: [] };
    if (named.faults.length) throw refusal(named.faults);
    const { view, terms } = understood(named.text);
    return { view, words: terms.map(printTerm) };
  }

  /** A page of the queue as JSON text. Throws 422 as `read` does. */
  async page(actor: Actor, { view, q, after, size }: SearchQueue): Promise<string> {
    const search = lookIn(view, q);
    const bound = await this.bound(8, actor);
    const mark = after?.split('_') ?? QUEUE_START;
    const sql = searchPage(search, bound);
    const [row] = await this.db.unprepared<{ page: string }>(sql, [...viewer(actor), ...mark, size, ...bound.values]); // as many texts as there are searches: none is kept prepared
    return row?.page ?? '';
  }

  async total(actor: Actor, { view, q }: SearchQueue): Promise<SearchTotalView> {
    const [total = 0] = await this.counts(actor, [lookIn(view, q)]);
    return { total };
  }

  /** The kept ones of the actor and the team; a word that died is named, and such a view finds nothing. */
  async kept(actor: Actor): Promise<SavedViewsView> {
    const kept = (await this.saved.of(actor)).map((view) => ({ view, read: readSearch(view.query) }));
    const live = kept.flatMap(({ read }) => read.search ?? []);
    const [person = 0, agency = 0, ...counts] = await this.counts(actor, [...WAITING.map(waitsOn), ...live]);
    return { waiting: { person, agency }, views: kept.map(({ view, read }) => viewOf(view, read, read.search && counts[live.indexOf(read.search)])), most: MOST_VIEWS };
  }

  private async counts(actor: Actor, searches: readonly Search[]): Promise<number[]> {
    const bound = await this.bound(2, actor);
    const [row] = await this.db.unprepared<{ counts: number[] }>(searchCounts(searches, bound), [actor.id, ...bound.values]);
    return row?.counts ?? [];
  }

  private async bound(first: number, { restricted }: Actor): Promise<Bound> {
    const [now, { zone }] = [this.clock.now(), await this.settings.desk()];
    return new Bound(first, { now, zone: zone ?? 'UTC', restricted, today: localDay(now, zone) });
  }
}

function understood(text: string): Search {
  const { search, faults } = readSearch(text);
  if (!search) throw refusal(faults);
  return search;
}

/** A view among the words wins over the one beside them. */
function lookIn(beside: SearchView, text: string): Search {
  const { view, terms } = understood(text);
  return { view: view ?? beside, terms };
}

function viewOf({ id, name, query, team, version }: KeptView, { search, faults }: ReturnType<typeof readSearch>, count: number | null | undefined): SavedViewView {
  const written = query.split(' ');
  return { id, name, team, version, query, view: search?.view ?? 'all', q: search?.terms.map(printTerm).join(' ') ?? '', count: count ?? null, dead: faults.flatMap(({ place }) => written[place] ?? []) };
}
