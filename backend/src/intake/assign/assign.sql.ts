import { DUTY } from '../duty/duty.sql.js';
import { NO_DRAFT, UNDO, UNTOUCHED } from '../holding/holding.sql.js';
import { RESTRICTED } from '../queue.sql.js';

/** Account `a` works on requests and can sign in. */
export const WORKS = (demo: string): string => `a.active and a.password_hash is not null and (not a.demo or ${demo}::boolean) and a.roles && array['SPE', 'SUP']`;

/** Who said on *Skip* that they know the person of request `i`: it is not given to them. */
export const KNOWN_BY = `array(select s.account_id from intake.skip s where s.inquiry_id = i.id and s.reason = 'known-person')`;

/** What decides who takes something, of account `a` with its routing `r`. */
export const COLLEAGUE = `a.id, a.name, coalesce(r.languages, '{}') as languages, ${DUTY} as duty,
  (select count(*)::int from intake.inquiry o where o.assignee = a.id and o.status = 'claimed' and not o.asleep) as open`;
/** Who is on duty first. */
export const ON_DUTY_FIRST = `array_position(array['on', 'away'], ${DUTY}) nulls last`;

/** Who may take request $1 (null: any), on duty first, then who has least. $2 demo, $3 whoever has it is left out. */
export const TAKERS = `
select ${COLLEAGUE}
from people.account a left join intake.routing r on r.account_id = a.id left join intake.inquiry i on i.id = $1::uuid
where ${WORKS('$2')} and (i.id is null or (i.assignee is distinct from a.id and (not ${RESTRICTED} or a.restricted) and a.id <> all (${KNOWN_BY})))
order by ${ON_DUTY_FIRST}, open, a.name, a.id`;

/** $1 account, $2 demo. */
export const TAKER = `select a.id, a.name, a.restricted from people.account a where a.id = $1 and ${WORKS('$2')}`;

/** $1 request, $2 to. The row is held and its rules were asked. Nobody has read it who had not before: the watch over urgent ones goes on. */
export const GIVE = `
update intake.inquiry i set status = 'claimed', assignee = $2, claimed_at = now(), next_for = null, next_until = null, version = version + 1 where i.id = $1 returning i.id`;
/** Before it is given: who had it, and since when. $1 id, $2 request, $3 by, $4 to, $5 reason. */
export const KEEP_GIVEN = `
insert into intake.assignment (id, inquiry_id, made_by, to_id, from_id, claimed_before, reason)
select $1::uuid, i.id, $3::uuid, $4::uuid, i.assignee, i.claimed_at, $5::text from intake.inquiry i where i.id = $2::uuid`;

/** Back to who had it, right after it was given and while nothing was done. $1 request, $2 actor, $3 event, $4 audit. */
export const UNDO_GIVE = `
with last as (
  select g.*, f.name as "fromName" from intake.assignment g left join people.account f on f.id = g.from_id
  where g.inquiry_id = $1::uuid and g.made_by = $2::uuid and g.at > now() - ${UNDO} order by g.at desc limit 1
), undone as (
  update intake.inquiry i set status = case when l.from_id is null then 'new' else 'claimed' end, assignee = l.from_id, claimed_at = l.claimed_before, version = i.version + 1
  from last l where i.id = l.inquiry_id and i.status = 'claimed' and i.assignee = l.to_id and i.claimed_at = l.at and l.seen_at is null and ${NO_DRAFT} and ${UNTOUCHED}
  returning i.id, l.id as assignment, l.from_id, l."fromName"
), gone as (delete from intake.assignment where id in (select assignment from undone)),
event as (insert into platform.event (type, subject, body) select 'inquiry.assign-undone', id, $3::jsonb || jsonb_build_object('toId', from_id, 'toName', "fromName") from undone),
audit as (insert into audit.entry (body) select $4::jsonb from undone)
select id from undone`;
export const GAVE = 'select 1 from intake.assignment where inquiry_id = $1 and made_by = $2';

/** What was given to $1 and not seen yet; not what went on since. The newest first. */
export const GIVEN = `
select i.id, i.reference, i.priority, array(select n.topic from intake.need n where n.inquiry_id = i.id order by n.position) as topics,
  json_build_object('id', b.id, 'name', b.name) as by, g.reason, g.at
from intake.assignment g join intake.inquiry i on i.id = g.inquiry_id join people.account b on b.id = g.made_by
where g.to_id = $1::uuid and g.made_by <> $1::uuid and g.seen_at is null and i.status = 'claimed' and i.assignee = $1::uuid and i.claimed_at = g.at
order by g.at desc, g.id desc limit 100`;
/** $1 request, $2 actor. Who sees it has read it, so that nobody is warned of it as unread. */
export const SEEN = `
with seen as (update intake.assignment set seen_at = now() where inquiry_id = $1 and to_id = $2 and seen_at is null returning inquiry_id)
update intake.inquiry set first_read_at = now() where id in (select inquiry_id from seen) and assignee = $2 and first_read_at is null`;
