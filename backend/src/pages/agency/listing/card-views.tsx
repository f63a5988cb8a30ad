import type { VNode } from 'preact';
import type { OwnField } from '../../../directory/index.js';
import { fieldsOfPart, PARTS, stateOfPart, type KeptListing, type Part as PartName } from '../../../partners/index.js';
import { Icon } from '../../frame/icons.js';
import { at, say, type Scene } from '../../frame/scene.js';
import { costOfTerms, roomOfTerms } from '../../frame/terms-in-words.js';
import { Ltr, T } from '../../frame/words.js';
import type { Key } from '../../texts/texts.js';
import type { DoorProps } from '../views/door-views.js';
import { markOfPart } from './field-mark.js';
import { takingLine, takingNow, valueLines } from './listing-words.js';

interface CardsProps extends DoorProps {
  now: Date;
  listing: KeptListing;
  /** Fields of the open proposal. */
  sent: readonly OwnField[];
}

const Named = ({ label, listing }: { label: string; listing: KeptListing }): VNode => (
  <span class="sr">
    {' '}
    {label}, {listing.facts.name}
  </span>
);

const shown = (v: Scene, field: OwnField, { facts, drafts }: KeptListing): string[] => {
  const draft = drafts[field];
  return valueLines(v, field, (draft?.state === 'changed' && draft.after !== null ? draft.after : facts[field]) as never);
};
const value = (v: Scene, part: PartName, listing: KeptListing): string => fieldsOfPart(part).flatMap((field) => shown(v, field, listing)).join('\n') || say(v, 'listing.unknown');

/** What was found of it, or sent. */
const State = ({ v, listing, field, sent }: { v: Scene; listing: KeptListing; field: PartName; sent: boolean }): VNode | null => {
  const state = stateOfPart(listing.drafts, field) ?? (sent ? 'sent' : undefined);
  return state ? (
    <dd class={`state ${state}`}>
      <Icon name={state === 'later' ? 'ask' : 'check'} /> {say(v, `listing.is.${state}`)}
    </dd>
  ) : null;
};

interface PartProps extends Pick<CardsProps, 'f' | 'home' | 'listing'> {
  field: PartName;
  sent: boolean;
}

/** Nobody can find right what the listing does not say. */
const isKnown = (v: Scene, part: PartName, { facts }: KeptListing): boolean => fieldsOfPart(part).some((field) => valueLines(v, field, facts[field] as never).length > 0);

/** What everybody reads on the public list, where terms of the listing say it: it need not be what the words of this part say. */
const Publicly = ({ v, told, part }: { v: Scene; told: Key | undefined; part: 'cost' | 'room' }): VNode | null =>
  told ? <dd class="hint"><T v={v} k={`listing.publicly.${part}`} said={<q>{say(v, told)}</q>} /></dd> : null;

const costTold = ({ facts: { terms } }: KeptListing): Key | undefined => terms && costOfTerms(terms);
const roomTold = ({ facts: { terms } }: KeptListing): Key | undefined => terms && roomOfTerms(terms);

/** The three things that can be found of it; what was found already is not asked again. Beside a change, "right" would be about the old value: it says so. */
const Choose = ({ f: { v }, home, listing, field, sent }: PartProps): VNode => {
  const label = say(v, `listing.${field}`);
  const state = stateOfPart(listing.drafts, field);
  const mark = markOfPart(field, listing.facts);
  const button = (found: 'right' | 'later'): VNode | null =>
    state === found || sent ? null : (
      <button class="btn" name="say" value={`${found}.${field}.${mark}`}>
        {say(v, found === 'right' && state === 'changed' ? 'listing.part.asWas' : `listing.part.${found}`)}
        <Named label={label} listing={listing} />
      </button>
    );
  return (
    <dd class="choose">
      {isKnown(v, field, listing) && button('right')}
      <a class="btn" href={at(v, `${home}/${field}-${listing.serviceId}`)}>
        {say(v, 'listing.part.change')}
        <Named label={label} listing={listing} />
      </a>
      {button('later')}
    </dd>
  );
};

const Part = (props: PartProps): VNode => {
  const { f: { v }, listing, field, sent } = props;
  const said = value(v, field, listing);
  return (
    <div id={`${field}-${listing.serviceId}`}>
      <dt>{say(v, `listing.${field}`)}</dt>
      <dd>{field === 'phones' ? <Ltr>{said}</Ltr> : <bdi>{said}</bdi>}</dd>
      {field === 'cost' && <Publicly v={v} told={costTold(listing)} part="cost" />}
      <State v={v} listing={listing} field={field} sent={sent} />
      <Choose {...props} />
    </div>
  );
};

const Room = ({ f, home, zone, now, listing }: CardsProps): VNode => (
  <div id={`room-${listing.serviceId}`}>
    <dt>{say(f.v, 'listing.taking')}</dt>
    <dd>{takingLine(f.v, takingNow(listing, now), zone)}</dd>
    {!takingNow(listing, now) && <Publicly v={f.v} told={roomTold(listing)} part="room" />}
    <dd class="choose">
      <a class="btn" href={at(f.v, `${home}/room-${listing.serviceId}`)}>
        {say(f.v, 'listing.room.say')}
        <Named label={say(f.v, 'listing.taking')} listing={listing} />
      </a>
    </dd>
  </div>
);

/** A listing part by part: right, change, or another time; each is saved by itself, and none is sent. */
export const Cards = (props: CardsProps): VNode => {
  const { f, home, listing, sent } = props;
  return (
    <form method="post" action={at(f.v, `${home}/say-${listing.serviceId}`)}>
      <input type="hidden" name="token" value={f.token} />
      <dl class="parts">
        <Room {...props} />
        {PARTS.map(([part]) => (
          <Part f={f} home={home} listing={listing} field={part} sent={fieldsOfPart(part).some((field) => sent.includes(field))} />
        ))}
      </dl>
    </form>
  );
};
