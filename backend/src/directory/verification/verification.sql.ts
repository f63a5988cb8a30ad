import { NUMBER } from '../directory.sql.js';
import { COUNT_ONCE } from '../domain/trust/confidence.js';
import { QUICKER, RHYTHM } from '../domain/trust/ladder.js';

const codes = (list: readonly string[]): string => `array[${list.map((code) => `'${code}'`).join(', ')}]`;
/** From a check to the next, of directory.listing as l. */
const RHYTHM_OF = `(case when l.facts->'serviceTypes' ?| ${codes(QUICKER.crisis)} then ${RHYTHM.crisis} when l.facts->'serviceTypes' ?| ${codes(QUICKER.group)} then ${RHYTHM.group} else ${RHYTHM.usual} end * interval '1 day')`;

/** $1 id, $2 service, $3 field, $4 holds, $5 method, $6 who, $7 account, $8 note, $9 when. The same id is written once. */
export const CHECK = `
insert into directory.field_check (id, service_id, field, holds, method, by_name, account_id, note, at)
select $1, s.id, $3, $4, $5, $6, $7, $8, $9 from directory.service s where s.id = $2 on conflict (id) do nothing returning id`;

/** $1 service, $2 when it was checked: all of it, so that the ladder begins again. */
export const FRESH = `
insert into directory.verification as v (service_id, rung, next_at, doubts, stepped_at)
select l.service_id, 'fresh', $2::timestamptz + ${RHYTHM_OF}, 0, $2::timestamptz from directory.listing l where l.service_id = $1
on conflict (service_id) do update set rung = 'fresh', next_at = excluded.next_at, doubts = 0, stepped_at = excluded.stepped_at`;

/** $1 service: findings that something is wrong, for which nobody has said since that it holds; as `countDoubts` counts. */
export const OPEN_DOUBTS = `
select (count(*) filter (where not method = any(${codes(COUNT_ONCE)})) + least(1, count(*) filter (where method = any(${codes(COUNT_ONCE)}))))::int as doubts from directory.field_check w where w.service_id = $1 and not w.holds and not exists (
  select from directory.field_check r where r.service_id = $1 and r.holds and r.method <> 'machine' and r.at >= w.at and (r.field in (w.field, 'whole')))`;

/** $1 service, $2 now. A first finding puts a listing on the ladder, so that the next one has a row to wait for. */
export const STAND = `insert into directory.verification (service_id, rung, next_at, stepped_at) select id, 'fresh', $2, $2 from directory.service where id = $1 on conflict do nothing`;

/** $1 service, $2 doubts, $3 rung, $4 when the next is due, $5 now. Time on a rung where it stands already goes on. */
export const DOUBTED = `
update directory.verification set doubts = $2, rung = $3, next_at = case when rung = $3 then next_at else $4::timestamptz end, stepped_at = case when rung = $3 then stepped_at else $5::timestamptz end where service_id = $1`;
export const CLEARED = `update directory.verification set doubts = $2 where service_id = $1`;
/** $1 service, $2 now, $3 when it is asked again. Whoever answered is not reminded, and not called. */
export const ANSWERED = `update directory.verification set rung = 'fresh', next_at = $3, stepped_at = $2 where service_id = $1 and doubts = 0 and rung in ('asked', 'asked-again', 'asked-last', 'call')`;
export const RUNG = `select rung from directory.verification where service_id = $1 for update`;

/** $1 now. Listings that came since stand on the first rung until their check is due; those never checked are due at once. */
export const JOIN = `
insert into directory.verification (service_id, rung, next_at, stepped_at)
select s.id, 'fresh', greatest(coalesce(s.assured_date::timestamptz, '-infinity') + ${RHYTHM_OF}, $1::timestamptz), $1::timestamptz
from directory.service s join directory.listing l on l.service_id = s.id
where s.status = 'active' and not exists (select from directory.verification v where v.service_id = s.id) on conflict do nothing`;

/** $1 now. The source says that somebody checked it since: an import is no worse than its source, and no better. */
export const RENEWED = `
with renewed as (
  update directory.verification v set rung = 'fresh', doubts = 0, next_at = s.assured_date::timestamptz + ${RHYTHM_OF}, stepped_at = $1::timestamptz
  from directory.service s join directory.listing l on l.service_id = s.id
  where v.service_id = s.id and s.assured_date::timestamptz + ${RHYTHM_OF} > $1::timestamptz
    and case when v.rung = 'fresh' then v.next_at <= $1::timestamptz else s.assured_date > v.stepped_at::date end
  returning s.id, s.assured_by, s.assured_date)
insert into directory.field_check (id, service_id, field, holds, method, by_name, at)
select gen_random_uuid(), id, 'whole', true, 'import', assured_by, assured_date from renewed`;

/** $1 now, $2 how many. Rows whose rung is over, with who can be asked. */
export const DUE = `
select v.service_id as "serviceId", v.rung, s.organization_id as "organizationId", case when a.email is null or a.bounced_at is not null then 'nobody' when a.reminders then 'reminded' else 'once' end as asking
from directory.verification v join directory.service s on s.id = v.service_id left join directory.agency a on a.organization_id = s.organization_id
where v.next_at <= $1 and s.status = 'active' order by v.next_at, v.service_id limit $2 for update of v skip locked`;

/** $1 services, $2 rung, $3 next, $4 now. */
export const STEP = `update directory.verification set rung = $2, next_at = $3, stepped_at = $4 where service_id = any($1::uuid[])`;

const OF = `
from directory.verification v join directory.service s on s.id = v.service_id join directory.listing l on l.service_id = s.id left join directory.agency a on a.organization_id = s.organization_id
where s.status = 'active' and ($1::text is null or s.name ilike '%' || $1 || '%' or l.facts->>'organization' ilike '%' || $1 || '%')`;

/** What is due is not up to date, though nobody was asked yet. */
export const STANDING = (now: string): string => `case when v.rung = 'fresh' and v.next_at <= ${now} then 'due' else v.rung end`;

/** $1 words or null, $2 where it stands or null, $3 from, $4 how many, $5 now. What was found wrong comes first, then what waits longest. */
export const BOARD = `
select v.service_id as "serviceId", s.name, l.facts->>'organization' as organization, s.organization_id as "organizationId", v.rung, v.doubts, v.next_at as "nextAt", v.stepped_at as "since",
  s.assured_date::text as "assuredDate", s.assured_by as "assuredBy", s.assured_method as "assuredMethod", a.email is not null and a.bounced_at is null as reachable,
  coalesce(a.phone, ${NUMBER}) as phone,
  (select jsonb_build_object('field', w.field, 'method', w.method, 'note', w.note, 'at', w.at) from directory.field_check w where v.doubts > 0 and w.service_id = s.id and not w.holds order by w.at desc limit 1) as doubt
${OF} and ($2::text is null or ${STANDING('$5::timestamptz')} = $2) order by v.doubts desc, v.next_at nulls last, v.service_id offset $3 limit $4`;
/** $1 words or null, $2 where it stands or null, $3 now. */
export const BOARD_FOUND = `select v.service_id as "serviceId", s.name ${OF} and ($2::text is null or ${STANDING('$3::timestamptz')} = $2) order by v.doubts desc, v.next_at nulls last, v.service_id`;
/** $1 words or null, $2 now. Overdue is what was checked longer ago than its kind of help is to be, whoever was asked since; never checked is overdue, too. */
export const BOARD_COUNTS = `
select ${STANDING('$2::timestamptz')} as rung, count(*)::int as count, count(*) filter (where s.assured_date is null)::int as never,
  count(*) filter (where s.assured_date is null or s.assured_date::timestamptz + ${RHYTHM_OF} <= $2::timestamptz)::int as overdue ${OF} group by 1`;

/** $1 service. Everything that was ever found of it in two years, and what its record says by itself; the newest first. */
export const CHECKS_OF = `
select coalesce((select jsonb_agg(q order by q.day desc) from (
  select c.field, c.holds as "right", c.method, c.by_name as by, c.at::date::text as day from directory.field_check c where c.service_id = s.id and c.at > now() - interval '2 years'
  union all select 'whole', true, case when s.assured_method in ('agency', 'staff-phone', 'staff-web', 'site-visit') then s.assured_method else 'import' end, s.assured_by, s.assured_date::text where s.assured_date is not null) q), '[]') as known
from directory.service s where s.id = $1`;
