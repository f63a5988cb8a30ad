import type { VNode } from 'preact';
import { OWN_FIELDS } from '../../../directory/index.js';
import type { KeptListing, SentProposal } from '../../../partners/index.js';
import { Problem, type Form } from '../../frame/fields.js';
import { at, say, type Scene } from '../../frame/scene.js';
import { Continue, Ltr, T, Title } from '../../frame/words.js';
import { whenInWords, type DoorProps } from '../views/door-views.js';
import { dayInWords, listingRows, takingLine, takingNow, type ListingRow } from './listing-words.js';

export interface ListProps extends DoorProps {
  listings: readonly KeptListing[];
  now: Date;
}

const Row = ({ row: { label, value, ltr } }: { row: ListingRow }): VNode => (
  <div>
    <dt>{label}</dt>
    <dd>{ltr ? <Ltr>{value}</Ltr> : <bdi>{value}</bdi>}</dd>
  </div>
);

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

const For = ({ v, listing }: { v: Scene; listing: KeptListing }): VNode => <span class="sr"> {say(v, 'listing.for', { name: listing.facts.name })}</span>;

const Acts = ({ f, home, listing }: { f: Form; home: string; listing: KeptListing }): VNode => {
  const open = listing.proposal?.state === 'open';
  return (
    <div class="actions">
      {!open && (
        <form method="post" action={at(f.v, `${home}/listing`)}>
          <input type="hidden" name="token" value={f.token} />
          <input type="hidden" name="service" value={listing.serviceId} />
          <input type="hidden" name="seen" value={listing.seen} />
          <button class="btn primary">
            {say(f.v, 'listing.right')}
            <For v={f.v} listing={listing} />
          </button>
        </form>
      )}
      <a class="btn" href={at(f.v, `${home}/change-${listing.serviceId}`)}>
        {say(f.v, open ? 'listing.see' : 'listing.change')}
        <For v={f.v} listing={listing} />
      </a>
    </div>
  );
};

const One = ({ f, home, zone, now, listing }: { f: Form; home: string; zone: string | null; now: Date; listing: KeptListing }): VNode => {
  const { v } = f;
  const { assuredDate, name } = listing.facts;
  return (
    <section class="kept" aria-labelledby={`l${listing.serviceId}`}>
      <h2 id={`l${listing.serviceId}`}>
        <bdi>{name}</bdi>
      </h2>
      <p class="hint">{assuredDate ? say(v, 'listing.checked', { day: dayInWords(v, assuredDate) }) : say(v, 'listing.never')}</p>
      <News v={v} listing={listing} zone={zone} />
      <dl class="rows">
        <div>
          <dt>{say(v, 'listing.taking')}</dt>
          <dd>{takingLine(v, takingNow(listing, now), zone)}</dd>
          <dd>
            <a href={at(v, `${home}/room-${listing.serviceId}`)}>
              {say(v, 'listing.room.say')}
              <For v={v} listing={listing} />
            </a>
          </dd>
        </div>
        {listingRows(v, listing.facts).map((row) => (
          <Row row={row} />
        ))}
      </dl>
      <Acts f={f} home={home} listing={listing} />
    </section>
  );
};

/** All listings of the agency: one press each, when all of it is right. */
export const ListView = ({ f, home, zone, now, listings }: ListProps): VNode => (
  <>
    <Problem f={f} />
    <Title>{say(f.v, 'agency.listing.title')}</Title>
    <p class="lead">{say(f.v, listings.length ? 'listing.lead' : 'listing.none')}</p>
    {listings.map((listing) => (
      <One f={f} home={home} zone={zone} now={now} listing={listing} />
    ))}
  </>
);

/** What happens next. */
export const SentView = ({ f, home, listing }: DoorProps & { listing: KeptListing }): VNode => (
  <>
    <Title>{say(f.v, 'listing.sent.title')}</Title>
    <p class="lead">
      <T v={f.v} k="listing.sent.lead" name={listing.facts.name} />
    </p>
    <form method="get" action={at(f.v, `${home}/listing`)}>
      <Continue v={f.v} k="listing.sent.back" />
    </form>
  </>
);
