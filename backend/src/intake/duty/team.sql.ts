import { COLLEAGUE, ON_DUTY_FIRST, WORKS } from '../assign/assign.sql.js';
import { OPEN_TASKS_OF } from '../tasks/task.sql.js';
import { DUTY } from './duty.sql.js';

/** Everybody who works on requests: who is on duty first. $1 demo. */
export const TEAM = `
select ${COLLEAGUE}, ${OPEN_TASKS_OF} as tasks, case when ${DUTY} is not null then (select d.until from intake.duty d where d.account_id = a.id) end as until
from people.account a left join intake.routing r on r.account_id = a.id where ${WORKS('$1')}
order by ${ON_DUTY_FIRST}, a.name, a.id`;

/** $1 account, $2 here, $3 until; its event rides along. */
export const SAY_DUTY = `
with said as (
  insert into intake.duty (account_id, here, until) values ($1::uuid, $2::boolean, $3::timestamptz)
  on conflict (account_id) do update set here = excluded.here, since = now(), until = excluded.until returning account_id
) insert into platform.event (type, subject) select 'team.changed', account_id from said`;
export const END_DUTY = `
with ended as (delete from intake.duty where account_id = $1 returning account_id) insert into platform.event (type, subject) select 'team.changed', account_id from ended`;

/** $1 actor, $2 actor supervises, $3 now. */
export const NOTES = `
select n.id, n.text, n.at, n.until, json_build_object('id', a.id, 'name', a.name) as author, (n.author = $1::uuid or $2::boolean) as mine
from intake.shift_note n join people.account a on a.id = n.author where n.until > $3 order by n.at desc, n.id desc limit 20`;
/** $1 id, $2 author, $3 text, $4 until, $5 audit. What is a month old is of no use any more. */
export const WRITE = `
with old as (delete from intake.shift_note where until < now() - interval '30 days'),
written as (insert into intake.shift_note (id, author, text, until) values ($1::uuid, $2::uuid, $3::text, $4::timestamptz) returning id),
audit as (insert into audit.entry (body) select $5::jsonb from written)
insert into platform.event (type, subject) select 'team.noted', id from written`;
/** By its author or a supervisor. $1 id, $2 actor, $3 actor supervises, $4 audit. */
export const TAKE_AWAY = `
with gone as (delete from intake.shift_note where id = $1::uuid and (author = $2::uuid or $3::boolean) returning id),
audit as (insert into audit.entry (body) select $4::jsonb from gone)
insert into platform.event (type, subject) select 'team.noted', id from gone returning subject`;
