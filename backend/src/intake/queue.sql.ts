import { IN_CRISIS } from './crisis/in-crisis.sql.js';
import { LARGEST_PAGE, type QueueView } from './inquiry.dto.js';
import { PROMISED } from './promise/promise.sql.js';
import { AWAKE, SLEEP } from './sleep.sql.js';

/** Restricted: only accounts with the flag may claim or open it. */
export const RESTRICTED = '(i.sud or i.dv or i.minor or i.staff)';

/** Who works on a request: what was merged belongs to whoever has the one that stays. */
export const OWNER = '(case when i.merged_into is null then i.assignee else (select k.assignee from intake.inquiry k where k.id = i.merged_into) end)';

/** One line of the queue as JSON. $1 actor, $2 actor may open restricted records, $3 actor supervises. */
const ITEM = `
  i.id, i.reference, i.priority, i.safety, i.asker, i.language, i.channel, i.voicemail, i.age_band as "ageBand", i.minor,
  i.opened_at as "openedAt", i.status, i.review,
  (select coalesce(json_agg(n.topic order by n.position), '[]') from intake.need n where n.inquiry_id = i.id) as topics,
  case when a.id is not null then json_build_object('id', a.id, 'name', a.name) end as assignee, ${SLEEP}, ${PROMISED},
  (${IN_CRISIS} and ($2::boolean or not ${RESTRICTED})) as crisis,
  case
    when ${RESTRICTED} and not $2::boolean then '[]'::json
    when i.status = 'new' then '["claim"]'::json
    when ${OWNER} = $1::uuid or $3::boolean then '["open"]'::json
    else '[]'::json
  end as actions`;

/** Two of the views with what sleeps in them. $1 actor. */
export const ALSO_ASLEEP = { all: 'i.review is null', mine: `i.assignee = $1::uuid and i.status = 'claimed'` };

/** Which of the requests that are not closed a view holds, whoever looks: its page, its count and the load ask this. */
export const IN_VIEW: Readonly<Record<Exclude<QueueView, 'mine'>, string>> = {
  all: `${ALSO_ASLEEP.all} and ${AWAKE}`,
  new: `i.review is null and i.status = 'new'`,
  review: 'i.review is not null',
  snoozed: 'i.asleep',
};
const MINE = `${ALSO_ASLEEP.mine} and ${AWAKE}`;
const notClosed = (view: keyof typeof IN_VIEW): string => `i.status <> 'closed' and ${IN_VIEW[view]}`;

/**
 * One page, built as JSON by PostgreSQL and passed through. Paging is one row comparison on the queue's index: $4 priority,
 * $5 microseconds, $6 id, $7 size. The fixed limit below $7 reads no row more, but lets PostgreSQL see that a page is small
 * whatever $7 is: it keeps one plan, where it would otherwise plan anew each time, which takes as long as the page.
 */
export const queuePage = (where: string): string => `
select json_build_object('items', coalesce(json_agg(q.item order by q.priority, q.opened_at, q.id), '[]'), 'next',
  case when count(*) = $7::int then (array_agg(q.priority || '_' || (extract(epoch from q.opened_at) * 1000000)::bigint || '_' || q.id order by q.priority desc, q.opened_at desc, q.id desc))[1] end)::text as page
from (
  select i.priority, i.opened_at, i.id, (select row_to_json(r) from (select ${ITEM}) r) as item
  from (
    select * from (
      select * from intake.inquiry i
      where ${where} and (i.priority, i.opened_at, i.id) > ($4::smallint, timestamptz 'epoch' + $5::bigint * interval '1 microsecond', $6::uuid)
      order by i.priority, i.opened_at, i.id limit ${LARGEST_PAGE}
    ) i order by i.priority, i.opened_at, i.id limit $7::int
  ) i left join people.account a on a.id = i.assignee
) q`;

export const QUEUE_PAGE: Readonly<Record<QueueView, string>> = { all: queuePage(notClosed('all')), new: queuePage(notClosed('new')), mine: queuePage(MINE), review: queuePage(notClosed('review')), snoozed: queuePage(IN_VIEW.snoozed) };

/** One line by id ($4). */
export const QUEUE_ITEM = `select row_to_json(r)::text as item from (select ${ITEM} from intake.inquiry i left join people.account a on a.id = i.assignee where i.id = $4::uuid) r`;

const count = (where: string): string => `count(*) filter (where ${where})`;
export const QUEUE_COUNTS = `
select json_build_object('all', ${count(IN_VIEW.all)}, 'new', ${count(IN_VIEW.new)}, 'mine', ${count(MINE)}, 'review', ${count(IN_VIEW.review)}, 'snoozed', ${count(IN_VIEW.snoozed)})::text as counts
from intake.inquiry i where i.status <> 'closed'`;

/** Compare-and-set: one conditional UPDATE decides, its event and audit row ride along. $1 id, $2 actor, $3 may open restricted, $4 event, $5 audit. */
export const CLAIM = `
with won as (
  update intake.inquiry i set status = 'claimed', assignee = $2, claimed_at = now(), first_read_at = coalesce(first_read_at, now()), version = version + 1
  where i.id = $1 and i.status = 'new' and i.assignee is null and (not ${RESTRICTED} or $3::boolean) returning i.id
), event as (insert into platform.event (type, subject, body) select 'inquiry.claimed', id, $4 from won),
audit as (insert into audit.entry (body) select $5::jsonb from won)
select id from won`;
