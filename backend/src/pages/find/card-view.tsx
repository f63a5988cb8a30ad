import type { VNode } from 'preact';
import type { PublicListing } from '../../directory/index.js';
import { languageName } from '../frame/language-name.js';
import { openingInWords } from '../frame/opening-in-words.js';
import { English } from '../frame/place.js';
import { costOfTerms, roomOfTerms } from '../frame/terms-in-words.js';
import { at, say, type Scene } from '../frame/scene.js';
import { Phone, T } from '../frame/words.js';
import type { Key } from '../texts/texts.js';
import { checkedInWords } from './checked-in-words.js';

/** The form's topics under which needs of the vocabulary fall. */
export type TopicsOf = (needs: readonly string[]) => string[];

export interface CardProps {
  v: Scene;
  listing: PublicListing;
  /** Its number in the list, where a map has the same numbers. */
  number: number | undefined;
  /** Label of the place that was asked for. */
  place: string | undefined;
  today: Date;
  topics: TopicsOf;
}

/** A way to a person, with the topic of a listing in the form, not in an address. Nothing is kept until they go on. */
export const Contact = ({ v, topics, about }: { v: Scene; topics: readonly string[]; about?: string }): VNode => (
  <form method="post" action={at(v, '/ask')}>
    {topics.map((topic) => <input type="hidden" name="topics" value={topic} />)}
    <button class="btn">{say(v, 'list.contact')}{about && <span class="sr">: <English v={v}>{about}</English></span>}</button>
  </form>
);

const kindOf = (v: Scene, { facts: { serviceTypes: [main] } }: PublicListing): string => (main ? (v.language.texts[`kind.${main}` as Key] ?? '') : '');

const first = (text: string): string => text.split(/\n|(?<=[.;])\s/)[0]?.slice(0, 90) ?? '';
/** What terms say; else what the listing says of its fees begins. */
function Cost({ v, listing: { facts, fees } }: CardProps): VNode | null {
  const told = costOfTerms(facts);
  if (told) return <li>{say(v, told)}</li>;
  return fees ? <li><T v={v} k="list.cost" cost={<English v={v}>{first(fees)}</English>} /></li> : null;
}

function Languages({ v, listing: { facts } }: CardProps): VNode | null {
  const names = facts.languages.map((code) => languageName(v, code));
  const said = [...names, ...(facts.interpreter ? [say(v, 'list.interpreter')] : [])];
  return said.length ? <li>{new Intl.ListFormat(v.language.locale).format(said)}</li> : null;
}

const AWAY: Readonly<Record<string, Key>> = { virtual: 'list.by.virtual', phone: 'list.by.phone', 'home-visit': 'list.by.home' };

const milesInWords = (v: Scene, miles: number, place: string): string => (miles < 1 ? say(v, 'list.near', { place }) : say(v, 'list.miles', { miles: miles < 10 ? Math.round(miles * 10) / 10 : Math.round(miles), place }));

/** Where it is, how far, and how else it can be had. */
function Where({ v, listing: { facts, miles, town }, place }: CardProps): VNode | null {
  const far = miles === null || !place ? '' : milesInWords(v, miles, place);
  const by = facts.delivery.flatMap((way) => (AWAY[way] ? [say(v, AWAY[way])] : []));
  const said = [town, far, ...by].filter(Boolean);
  return said.length ? <li>{said.join(' · ')}</li> : null;
}

const SERVES = { yes: 'list.serves.yes', unknown: 'list.serves.unknown', no: 'list.serves.no' } as const;

const Sure = ({ v, listing: { facts }, today }: CardProps): VNode => <li>{facts.rung === 'unverified' ? <b>{say(v, 'list.unverified')}</b> : checkedInWords(v, facts, today)}</li>;

const Head = ({ v, listing }: CardProps): VNode => {
  const { facts, about } = listing;
  return (
    <>
      <h3><a href={at(v, `/find/${facts.id}`)}><English v={v}>{facts.name}</English></a></h3>
      <p class="hint">
        {facts.organization !== facts.name && <English v={v}>{facts.organization}</English>}
        {facts.organization !== facts.name && kindOf(v, listing) && ' · '}
        {kindOf(v, listing)}
      </p>
      {facts.peer && <p class="peer">{say(v, 'list.peer')}</p>}
      {about && <p><English v={v}>{shortened(about)}</English></p>}
    </>
  );
};

const Now = ({ v, listing: { opening } }: CardProps): VNode | null => {
  const said = opening ? openingInWords(v.language, opening) : '';
  return said ? <li class="now"><b>{said}</b></li> : null;
};

const Room = ({ v, listing: { facts } }: CardProps): VNode | null => {
  const said = roomOfTerms(facts);
  return said ? <li>{say(v, said)}</li> : null;
};

const Call = ({ v, listing: { phone } }: CardProps): VNode | null =>
  phone ? <span class="call"><T v={v} k="list.call" phone={<Phone number={phone.number} />} />{phone.extension && ` (${phone.extension})`}</span> : null;

/** One listing: honest sentences, each alone on its line. What is not known is not said, or said to be so. */
export const Card = (props: CardProps): VNode => {
  const { v, place, number, topics, listing: { serves, facts } } = props;
  return (
    <li class="way">
      {number && <span class="nth">{number}</span>}
      <Head {...props} />
      <ul class="plain">
        <Now {...props} />
        <Room {...props} />
        <Where {...props} />
        {place && serves && <li><T v={v} k={SERVES[serves]} place={place} /></li>}
        <Cost {...props} />
        <Languages {...props} />
        <Sure {...props} />
      </ul>
      <div class="act">
        <Call {...props} />
        <Contact v={v} topics={topics(facts.needs)} about={facts.name} />
      </div>
    </li>
  );
};

const MOST_LETTERS = 140;
/** Cut between words. */
function shortened(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  return plain.length <= MOST_LETTERS ? plain : `${plain.slice(0, MOST_LETTERS).replace(/\s\S*$/, '')} …`;
}
