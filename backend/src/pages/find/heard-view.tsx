import type { VNode } from 'preact';
import type { Tier } from '../../matching/index.js';
import { Lines } from '../frame/frame.js';
import { Icon } from '../frame/icons.js';
import { English } from '../frame/place.js';
import { at, say, type Scene } from '../frame/scene.js';
import type { Key } from '../texts/texts.js';
import type { Sign } from './hearing.service.js';
import { Carried } from './list-form.js';
import { CHOSEN, type Search } from './search.js';

interface HeardProps {
  v: Scene;
  search: Search;
  signs: readonly Sign[];
  /** Nothing was found by it: the way to say it otherwise stands open. */
  lost: boolean;
}

/** Crisis lines before all else, in words that say that somebody is there now. It takes the focus, so that whoever listens hears it first; the page's title, which the browser keeps, says nothing of it. */
export const Lead = ({ v, tier }: { v: Scene; tier: Exclude<Tier, 'none'> }): VNode => (
  <section class="crisis here" id="problem" aria-labelledby="crisis" tabindex={-1} autofocus>
    <h2 id="crisis">{say(v, `list.now.${tier}`)}</h2>
    <p>{say(v, `list.now.${tier}.lead`)}</p>
    <Lines v={v} />
  </section>
);

const Away = ({ v, value, children }: { v: Scene; value: string; children: VNode | string }): VNode => (
  <li>
    <button class="btn" name="away" value={value}>
      <span>{children}</span> <Icon name="no" /><span class="sr">: {say(v, 'list.heard.away')}</span>
    </button>
  </li>
);

const Name = ({ v, sign: { name, nameEs } }: { v: Scene; sign: Sign }): VNode => (v.language.code === 'es' && nameEs ? <>{nameEs}</> : <English v={v}>{name}</English>);

/** Topics of the form; each is a button that asks for it. */
const Topics = ({ v }: { v: Scene }): VNode => (
  <div class="choose">
    {CHOSEN.map((topic) => <button class="btn" name="topic" value={topic}>{say(v, `help.${topic}` as Key)}</button>)}
  </div>
);

const Chosen = ({ v, search }: Pick<HeardProps, 'v' | 'search'>): VNode => (
  <>
    <p id="heard">{say(v, 'list.heard.chosen')}</p>
    <ul class="signs" aria-labelledby="heard">{search.topics.map((topic) => <Away v={v} value={topic}>{say(v, `help.${topic}` as Key)}</Away>)}</ul>
  </>
);

const Understood = ({ v, signs }: Pick<HeardProps, 'v' | 'signs'>): VNode => (
  <>
    <p id="heard">{say(v, 'list.heard')}</p>
    <ul class="signs" aria-labelledby="heard">{signs.map((sign) => <Away v={v} value={sign.term}><Name v={v} sign={sign} /></Away>)}</ul>
  </>
);

/** What was understood, each to take away, and a way to say it otherwise. In a form of its own: Enter in a field must press none of it. */
export const HeardSigns = ({ v, search, signs, lost }: HeardProps): VNode | null => {
  if (!search.topics.length && !signs.length) return null;
  return (
    <form class="heard" method="post" action={at(v, '/find')}>
      <Carried search={search} />
      {search.topics.length > 0 ? <Chosen v={v} search={search} /> : <Understood v={v} signs={signs} />}
      <details class="more" open={lost}>
        <summary>{say(v, 'list.heard.otherwise')}</summary>
        <Topics v={v} />
      </details>
    </form>
  );
};

/** Where nothing was found, topics stand open: they need no words. */
export const TopicsInstead = ({ v, search }: Pick<HeardProps, 'v' | 'search'>): VNode => (
  <form class="heard" method="post" action={at(v, '/find')}>
    <Carried search={search} />
    <h2>{say(v, 'list.none.topics')}</h2>
    <Topics v={v} />
  </form>
);
