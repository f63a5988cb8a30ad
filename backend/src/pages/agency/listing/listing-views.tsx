import type { VNode } from 'preact';
import { OWN_FIELDS, type OwnField } from '../../../directory/index.js';
import { fieldsIn, progressOf, sentOf, type KeptListing, type SentProposal } from '../../../partners/index.js';
import { Problem } from '../../frame/fields.js';
import { at, say, type Scene } from '../../frame/scene.js';
import { Continue, T, Title } from '../../frame/words.js';
import type { Key } from '../../texts/texts.js';
import { whenInWords, type DoorProps } from '../views/door-views.js';
import { Cards } from './card-views.js';
import { dayInWords } from './listing-words.js';

export interface ListProps extends DoorProps {
  listings: readonly KeptListing[];
  now: Date;
}

/** What a steward said to each field, and why not. */
const Decided = ({ v, proposal, zone }: { v: Scene; proposal: SentProposal; zone: string | null }): VNode => (
  <div class="note">
    <p>{say(v, 'listing.decided', { time: whenInWords(v, new Date(proposal.decidedAt ?? proposal.madeAt), zone) })}</p>
    <ul class="plain">
      {OWN_FIELDS.filter((field) => proposal.decisions?.[field]).map((field) => (
        <li>
          <b>{say(v, `listing.${field}`)}</b> {say(v, proposal.decisions?.[field]?.accepted ? 'listing.taken' : 'listing.not')} {proposal.decisions?.[field]?.why && <q dir="auto">{proposal.decisions[field].why}</q>}
        </li>
      ))}
    </ul>
  </div>
);

/** Newer than what was confirmed. */
const isNews = ({ proposal, confirmed }: KeptListing): boolean => Boolean(proposal?.decidedAt) && (!confirmed || (proposal?.decidedAt ?? '') > confirmed.saidAt);

/** What came of what was said last. */
const News = ({ v, listing, zone }: { v: Scene; listing: KeptListing; zone: string | null }): VNode | null => {
  const { proposal, confirmed } = listing;
  if (proposal?.state === 'open') return <p class="note">{say(v, 'listing.wait', { time: whenInWords(v, new Date(proposal.madeAt), zone) })}</p>;
  if (proposal && isNews(listing)) return <Decided v={v} proposal={proposal} zone={zone} />;
  if (!confirmed) return null;
  return <p class="note">{confirmed.outcome === 'moved' ? say(v, 'listing.moved') : say(v, 'listing.said', { time: whenInWords(v, new Date(confirmed.saidAt), zone) })}</p>;
};

export const For = ({ v, listing }: { v: Scene; listing: KeptListing }): VNode => <span class="sr"> {say(v, 'listing.for', { name: listing.facts.name })}</span>;

/** Nothing of it waits, neither here nor at the desk: one press may say that all is right. */
export const isPlain = ({ proposal, drafts }: KeptListing): boolean => proposal?.state !== 'open' && fieldsIn(drafts, 'changed').length === 0;

/** What the press is about: each listing as the page shows it. */
const Seen = ({ listings }: { listings: readonly KeptListing[] }): VNode => (
  <>
    {listings.map(({ serviceId, seen }) => (
      <input type="hidden" name={`seen-${serviceId}`} value={seen} />
    ))}
  </>
);

const AllRight = ({ f, home, listings, of }: Pick<ListProps, 'f' | 'home' | 'listings'> & { of?: KeptListing }): VNode => (
  <form method="post" action={at(f.v, `${home}/listing`)}>
    <input type="hidden" name="token" value={f.token} />
    <Seen listings={listings} />
    <div class="actions">
      <button class={of ? 'btn' : 'btn primary'}>
        {say(f.v, 'listing.right')}
        {of && <For v={f.v} listing={of} />}
      </button>
      {!of && listings.length > 1 && <span class="hint">{listings.length === 2 ? say(f.v, 'listing.right.both') : say(f.v, 'listing.right.all', { count: listings.length })}</span>}
    </div>
  </form>
);

/** How far one is, and where to send it. */
const Progress = ({ f, home, listing }: Pick<ListProps, 'f' | 'home'> & { listing: KeptListing }): VNode | null => {
  const { done, all } = progressOf(listing.drafts);
  if (!done) return null;
  return (
    <p class="progress" role="status">
      <progress max={all} value={done} aria-hidden="true" /> <b>{say(f.v, 'listing.progress', { done, all })}</b>{' '}
      <a class="btn primary" href={at(f.v, `${home}/review-${listing.serviceId}`)}>
        {say(f.v, 'listing.review.go')}
        <For v={f.v} listing={listing} />
      </a>
    </p>
  );
};

const Checked = ({ v, listing: { facts } }: { v: Scene; listing: KeptListing }): VNode => (
  <p class="hint">
    {facts.assuredDate ? say(v, 'listing.checked', { day: dayInWords(v, facts.assuredDate) }) : say(v, 'listing.never')}
    {facts.nextCheckOn && ` ${say(v, 'listing.next', { day: dayInWords(v, facts.nextCheckOn) })}`}
  </p>
);

const One = ({ listing, several, ...props }: DoorProps & { now: Date; listing: KeptListing; several: boolean }): VNode => {
  const { f, home, zone } = props;
  return (
    <section class="kept" aria-labelledby={`l${listing.serviceId}`}>
      <h2 id={`l${listing.serviceId}`}>
        <bdi>{listing.facts.name}</bdi>
      </h2>
      <Checked v={f.v} listing={listing} />
      <News v={f.v} listing={listing} zone={zone} />
      <Progress f={f} home={home} listing={listing} />
      {several && isPlain(listing) && <AllRight f={f} home={home} listings={[listing]} of={listing} />}
      <Cards {...props} listing={listing} sent={Object.keys(sentOf(listing)) as OwnField[]} />
    </section>
  );
};

export const listTitle = (listings: readonly KeptListing[]): Key => (listings.length > 1 ? 'listing.title.some' : 'listing.title.one');

/** All listings of the agency: one press for all, when all of it is right; else part by part. */
export const ListView = ({ listings, ...props }: ListProps): VNode => {
  const { f, home } = props;
  const plain = listings.filter(isPlain);
  return (
    <>
      <Problem f={f} />
      <Title>{listings.length ? say(f.v, listTitle(listings), { count: listings.length }) : say(f.v, 'agency.listing.title')}</Title>
      <p class="lead">{say(f.v, listings.length ? 'listing.lead' : 'listing.none')}</p>
      {plain.length > 0 && <AllRight f={f} home={home} listings={plain} />}
      {listings.map((listing) => (
        <One {...props} listing={listing} several={listings.length > 1} />
      ))}
      <p class="before">
        <a href={at(f.v, `${home}/sheet`)}>{say(f.v, 'listing.sheet.link')}</a>
        <br />
        <a href={at(f.v, `${home}/mails`)}>{say(f.v, 'listing.mails.link')}</a>
      </p>
    </>
  );
};

/** What happens next. */
export const SentView = ({ f, home, listing }: DoorProps & { listing: KeptListing }): VNode => (
  <>
    <Title>{say(f.v, 'listing.sent.title')}</Title>
    <p class="lead">
      <T v={f.v} k={listing.proposal?.state === 'open' ? 'listing.sent.lead' : 'listing.sent.done'} name={listing.facts.name} />
    </p>
    <form method="get" action={at(f.v, `${home}/listing`)}>
      <Continue v={f.v} k="listing.sent.back" />
    </form>
  </>
);

const DoneRow = ({ v, listing: { facts, confirmed } }: { v: Scene; listing: KeptListing }): VNode => (
  <div>
    <dt>
      <bdi>{facts.name}</bdi>
    </dt>
    <dd>{confirmed?.outcome === 'moved' ? say(v, 'listing.moved') : facts.assuredDate ? say(v, 'listing.checked', { day: dayInWords(v, facts.assuredDate) }) : say(v, 'listing.never')}</dd>
  </div>
);

/** All of it is right: when it was checked, when it is checked next, and a day for the calendar. */
export const DoneView = ({ f, home, listings }: ListProps): VNode => {
  const next = listings.map(({ facts }) => facts.nextCheckOn).filter((day) => day !== null).sort()[0];
  return (
    <>
      <Title>{say(f.v, 'listing.done.title')}</Title>
      {next && (
        <p class="lead">
          <T v={f.v} k="listing.done.next" day={<b>{dayInWords(f.v, next)}</b>} />
        </p>
      )}
      <dl class="rows">
        {listings.map((listing) => (
          <DoneRow v={f.v} listing={listing} />
        ))}
      </dl>
      <div class="actions">
        {next && (
          <a class="btn" href={at(f.v, `${home}/calendar`)} download>
            {say(f.v, 'listing.done.calendar')}
          </a>
        )}
        <a class="btn" href={at(f.v, `${home}/listing`)}>
          {say(f.v, 'listing.sent.back')}
        </a>
      </div>
    </>
  );
};

/** Fewer mails: the yearly question stays. */
export const MailsView = ({ f, home, reminders }: DoorProps & { reminders: boolean }): VNode => (
  <form id="ask" method="post" action={at(f.v, `${home}/mails`)}>
    <input type="hidden" name="token" value={f.token} />
    <Problem f={f} />
    <Title>{say(f.v, 'listing.mails.title')}</Title>
    <p class="lead">{say(f.v, reminders ? 'listing.mails.lead' : 'listing.mails.off')}</p>
    <div class="actions">
      <button class="btn primary" name="reminders" value={reminders ? 'no' : 'yes'}>
        {say(f.v, reminders ? 'listing.mails.stop' : 'listing.mails.again')}
      </button>
    </div>
  </form>
);
