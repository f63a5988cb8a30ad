import type { VNode } from 'preact';
import { MOST_OPENINGS, PAGE_SIZE, type PublicPage } from '../../directory/index.js';
import { Frame, html } from '../frame/frame.js';
import { at, say, type Scene } from '../frame/scene.js';
import { Phone, T, Title } from '../frame/words.js';
import { Card, Contact, type TopicsOf } from './card-view.js';
import { HeardSigns, Lead, TopicsInstead } from './heard-view.js';
import type { Heard } from './hearing.service.js';
import { DidYouMean, ListForm, type Meant } from './list-form.js';
import type { ListMap } from './map/list-map.js';
import { MapBeside, ToMap } from './map/map-view.js';
import type { Search } from './search.js';

export type { Meant } from './list-form.js';

/** A page of the list. */
export interface ListPage extends PublicPage {
  v: Scene;
  search: Search;
  page: number;
  pages: number;
  /** Label of the place that was asked for, once it is sure. */
  place: string | undefined;
  meant: Meant | undefined;
  /** Where the places of this page are; undefined where nothing of it may be shown. */
  map: ListMap | undefined;
  today: Date;
  topics: TopicsOf;
  heard: Heard;
  /** Of a search, not of everything. */
  found: boolean;
  /** Their search has ended. */
  ended?: boolean;
}

/** The number of a page's first listing. */
export const firstOf = (page: number): number => (page - 1) * PAGE_SIZE + 1;

const countOf = ({ v, total }: ListPage): string => (total === 1 ? say(v, 'list.count.one') : say(v, 'list.count', { count: total }));

/** Where the places of a page begin: who asks for more is led there, past what they have read. */
const PLACES = 'places';

function moreOf(v: Scene, left: number): string {
  if (left >= PAGE_SIZE) return say(v, 'list.next');
  return left === 1 ? say(v, 'list.last.one') : say(v, 'list.last', { count: left });
}

/** Ten at a time, the next ten by a link. Addresses hold a number and nothing else. */
function Pager({ v, page, pages, total, found }: ListPage): VNode | null {
  if (pages < 2) return null;
  const to = (number: number): string => `${at(v, `/find?${found ? 'found' : 'page'}=${number}`)}#${PLACES}`;
  const last = Math.min(total, page * PAGE_SIZE);
  return (
    <nav class="pager" aria-label={say(v, 'list.pages')}>
      {page > 1 && <a class="btn" rel="prev" href={to(page - 1)}>{say(v, 'list.before')}</a>}
      {firstOf(page) <= last && <span>{say(v, 'list.span', { first: firstOf(page), last, total })}</span>}
      {page < pages && <a class="btn" rel="next" href={to(page + 1)}>{moreOf(v, total - last)}</a>}
    </nav>
  );
}

/** Never a dead end: topics, a person, a number, everything. Nobody is told that they said too much. */
const Nothing = ({ v, search, heard: { signs, tier } }: ListPage): VNode => (
  <>
    <div class="note">
      <p>{say(v, tier === 'none' ? 'list.none.lead' : 'list.none.now')}</p>
      {v.desk.phone && <p><T v={v} k="slow.call" phone={<Phone number={v.desk.phone} />} /></p>}
      <p><a href={at(v, '/find')}>{say(v, 'list.none.all')}</a></p>
    </div>
    {!signs.length && !search.topics.length && <TopicsInstead v={v} search={search} />}
  </>
);

/** What the list does not show by itself. */
const Notes = ({ v, readAs, cut, ended }: ListPage): VNode => (
  <>
    {ended && <p class="note" role="status">{say(v, 'list.ended')}</p>}
    {readAs && <p class="hint"><T v={v} k="list.readAs" words={readAs} /></p>}
    {cut && <p class="hint">{say(v, 'list.cut', { count: MOST_OPENINGS })}</p>}
  </>
);

const Results = (props: ListPage): VNode => {
  const { v, items, place, today, topics, total, found, map } = props;
  const first = firstOf(props.page);
  return (
    <>
      {map && <ToMap v={v} />}
      {items.length > 0 && <ol class="found" id={PLACES} start={first}>{items.map((listing, n) => <Card v={v} listing={listing} number={map && first + n} place={place} today={today} topics={topics} />)}</ol>}
      {!items.length && (total > 0 || !found) && <Nothing {...props} />}
      <Pager {...props} />
      <section class="need">
        <h2>{say(v, 'list.person')}</h2>
        <p>{say(v, 'list.person.lead')}</p>
        <div class="act"><Contact v={v} topics={[]} /></div>
      </section>
    </>
  );
};

const Asking = ({ v, search, meant }: ListPage): VNode | null => meant ? <DidYouMean v={v} search={search} meant={meant} /> : null;

/** The form, out of the way of who reads on. */
const Folded = (props: ListPage): VNode => (
  <details class="more" open={!props.total || props.meant?.labels.length === 0}>
    <summary>{say(props.v, 'list.change')}</summary>
    <ListForm {...props} />
  </details>
);

/** What everything begins with: the form, and how much there is. */
const Whole = (props: ListPage): VNode => (
  <>
    {props.page === 1 && <p class="lead">{say(props.v, 'list.lead')}</p>}
    <Notes {...props} />
    <Asking {...props} />
    {props.page === 1 ? <ListForm {...props} /> : <Folded {...props} />}
    <h2 class="all">{countOf(props)}</h2>
  </>
);

/** What was found comes first, with the form folded above it. */
const Found = (props: ListPage): VNode => (
  <>
    <HeardSigns {...props} signs={props.heard.signs} lost={!props.total} />
    <Notes {...props} />
    <Asking {...props} />
    {!props.total && <Nothing {...props} />}
    <Folded {...props} />
    <h2 class="sr">{say(props.v, 'list.results')}</h2>
  </>
);

const titleOf = (props: ListPage): string => {
  if (!props.found) return say(props.v, 'list.title');
  return props.total ? countOf(props) : say(props.v, 'list.none');
};

export function listPage(props: ListPage): string {
  const { v, found, map, place, heard: { tier } } = props;
  const title = titleOf(props);
  const urgent = tier === 'none' ? undefined : tier;
  return html(
    <Frame v={v} title={title} form linesFirst={!urgent} ownLines={urgent !== undefined} back={found ? '/find' : '/ask'} beside={map && <MapBeside v={v} map={map} place={place} />}>
      {urgent && <Lead v={v} tier={urgent} />}
      <Title>{title}</Title>
      {found ? <Found {...props} /> : <Whole {...props} />}
      <Results {...props} />
    </Frame>,
  );
}
