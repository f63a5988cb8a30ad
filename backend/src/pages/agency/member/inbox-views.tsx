import type { VNode } from 'preact';
import type { Inbox, InboxItem, InboxKind } from '../../../partners/index.js';
import { at, say, type Scene } from '../../frame/scene.js';
import { Problem } from '../../frame/fields.js';
import { Title } from '../../frame/words.js';
import type { Key, Values } from '../../texts/texts.js';
import { dayInWords } from '../../frame/desk-hours.js';
import { AgencyForm, whenInWords, type DoorProps } from '../views/door-views.js';

/** The title says how much waits. */
export function inboxTitle({ waiting }: Inbox): { title: Key; values: Values } {
  const title = waiting.length === 0 ? 'member.inbox.none' : waiting.length === 1 ? 'member.inbox.one' : 'member.inbox.some';
  return { title, values: { count: waiting.length } };
}

const REFERRALS: readonly InboxKind[] = ['answer', 'replied', 'place', 'later', 'asked'];
const wayTo = ({ kind, id }: InboxItem): string => (REFERRALS.includes(kind) ? `/agency/referral/${id}` : '/agency/listings');

function titleOf(v: Scene, { kind, name, count }: InboxItem): string {
  if (kind === 'listings') return say(v, count === 1 ? 'member.item.listing' : 'member.item.listings', { count: count ?? 0 });
  return say(v, `member.item.${kind}` as Key, { name: name ?? '' });
}

/** A referral's number and days, as its mail says them; the day of anything else. */
function underWords(v: Scene, { kind, name, at: when }: InboxItem, zone: string | null): string {
  if (!when) return say(v, 'member.item.minutes');
  const day = dayInWords(v.language, when, zone ?? 'UTC');
  return REFERRALS.includes(kind) ? say(v, 'member.item.of', { name: name ?? '', day }) : day;
}

const Under = ({ v, item, zone }: { v: Scene; item: InboxItem; zone: string | null }): VNode => (
  <>
    <p class="hint">{underWords(v, item, zone)}</p>
    {item.dueAt && (
      <p>
        <b>{say(v, 'member.item.due', { time: whenInWords(v, item.dueAt, zone) })}</b>
      </p>
    )}
  </>
);

const Items = ({ v, items, zone }: { v: Scene; items: readonly InboxItem[]; zone: string | null }): VNode => (
  <ul class="found waits">
    {items.map((item) => (
      <li class="way">
        <h3>
          <a href={at(v, wayTo(item))}>{titleOf(v, item)}</a>
        </h3>
        <Under v={v} item={item} zone={zone} />
      </li>
    ))}
  </ul>
);

/** What waits, soonest due first; below it what goes on and needs nobody today. */
export const InboxView = ({ f, zone, inbox }: DoorProps & { inbox: Inbox }): VNode => {
  const { title, values } = inboxTitle(inbox);
  return (
    <>
      <Title>{say(f.v, title, values)}</Title>
      {inbox.waiting.length === 0 && <p class="lead">{say(f.v, 'member.inbox.none.lead')}</p>}
      {inbox.waiting.length > 0 && (
        <section aria-labelledby="h">
          <h2 class="sr">{say(f.v, 'member.inbox.waiting')}</h2>
          <Items v={f.v} items={inbox.waiting} zone={zone} />
        </section>
      )}
      {inbox.goingOn.length > 0 && (
        <section class="need" aria-labelledby="going">
          <h2 id="going">{say(f.v, 'member.inbox.going')}</h2>
          <Items v={f.v} items={inbox.goingOn} zone={zone} />
        </section>
      )}
    </>
  );
};

/** Here, or wherever one is in. */
export const OutView = ({ f, link }: DoorProps): VNode => (
  <AgencyForm f={f} action={at(f.v, '/agency/out')}>
    <Problem f={f} />
    <Title>{say(f.v, 'member.out.title')}</Title>
    <p class="lead">{say(f.v, 'member.out.lead', { name: link.member?.name ?? '' })}</p>
    {link.member?.passkeys && <p>{say(f.v, 'member.out.passkeys')}</p>}
    <div class="actions">
      <button class="btn primary" name="where" value="here">
        {say(f.v, 'member.out.here')}
      </button>
      <button class="btn" name="where" value="everywhere">
        {say(f.v, 'member.out.everywhere')}
      </button>
    </div>
  </AgencyForm>
);
