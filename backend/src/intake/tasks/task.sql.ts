import { KNOWN_BY, WORKS } from '../assign/assign.sql.js';
import { OWNER, RESTRICTED } from '../queue.sql.js';

const person = (account: string): string => `case when ${account}.id is not null then json_build_object('id', ${account}.id, 'name', ${account}.name) end`;

/** Task `t` of request `i`, with the key under which its words are sealed. */
const COLUMNS = `
t.id, t.inquiry_id as "inquiryId", t.title, t.due_on::text as "dueOn", t.due_hour as "dueHour", t.due_at as "dueAt", ${person('f')} as for, t.after_closing as "afterClosing", t.state, t.why,
  ${person('m')} as "madeBy", t.made_at as "madeAt", ${person('e')} as "endedBy", t.ended_at as "endedAt", t.version, i.data_key as "dataKey"`;
const FROM = `
from intake.task t join intake.inquiry i on i.id = t.inquiry_id join people.account m on m.id = t.made_by
  left join people.account f on f.id = t.for_id left join people.account e on e.id = t.ended_by`;

/** The tasks of request $1 with those of what was merged into it: open ones first, soonest first; then what has ended, newest first. */
export const TASKS_OF = `
select ${COLUMNS} ${FROM} where (i.id = $1 or i.merged_into = $1) and i.data_key is not null
order by t.state <> 'open', case when t.state = 'open' then t.due_at end, t.ended_at desc, t.id limit 200`;
export const TASK = `select ${COLUMNS} ${FROM} where t.id = $1 and i.data_key is not null`;

/** Whose task `t` of request `i` is: of whom it is for, else of who has the request. */
const WHOSE = `coalesce(t.for_id, ${OWNER})`;
/** Open tasks of $1, soonest first. $2 the reader may open restricted requests. What is held back after erasing has none. */
export const OPEN_TASKS = `
select ${COLUMNS}, i.reference, array(select n.topic from intake.need n where n.inquiry_id = i.id order by n.position) as topics, ${person('o')} as owner, coalesce(k.status, i.status) = 'closed' as closed
${FROM} left join intake.inquiry k on k.id = i.merged_into left join people.account o on o.id = ${OWNER}
where t.state = 'open' and (t.for_id = $1::uuid or t.for_id is null) and ${WHOSE} = $1::uuid and i.data_key is not null and i.erase_after is null and ($2::boolean or not ${RESTRICTED})
order by t.due_at, t.id limit 200`;
/** How many open tasks account `a` has. */
export const OPEN_TASKS_OF = `(select count(*)::int from intake.task t join intake.inquiry i on i.id = t.inquiry_id where t.state = 'open' and (t.for_id = a.id or t.for_id is null) and ${WHOSE} = a.id and i.data_key is not null)`;
/** How many tasks of request `i`, or of what was merged into it, nobody has decided on for its closing. */
export const UNDECIDED_TASKS = `(select count(*)::int from intake.task t join intake.inquiry w on w.id = t.inquiry_id where t.state = 'open' and not t.after_closing and (w.id = i.id or w.merged_into = i.id))`;

/** Who may do it: works on requests, may open this one, and has not said that they know the person. $1 account, $2 demo, $3 request. */
export const MAY_DO = `
select 1 from people.account a join intake.inquiry i on i.id = $3 where a.id = $1 and ${WORKS('$2')} and (a.restricted or not ${RESTRICTED}) and a.id <> all (${KNOWN_BY})`;

/** The request is held: of closing it and writing a task at once, the second sees what the first did. */
export const HOLD_OPEN = `select 1 from intake.inquiry where id = $1 and status = 'claimed' for no key update`;
export const HELD_TASK = `
select t.id, t.inquiry_id as "inquiryId", t.for_id as "forId", t.state, t.version, t.due_on::text as "dueOn", t.due_hour as "dueHour", t.due_at as "dueAt" from intake.task t where t.id = $1 for update`;
/** $1 id, $2 request, $3 title, $4 day, $5 hour, $6 at, $7 for, $8 by, $9 now. */
export const MAKE = `
insert into intake.task (id, inquiry_id, title, due_on, due_hour, due_at, for_id, made_by, made_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (id) do nothing returning id`;
export const CHANGE = 'update intake.task set title = $2, due_on = $3, due_hour = $4, due_at = $5, for_id = $6, version = version + 1 where id = $1';
/** $1 id, $2 how, $3 why, $4 by, $5 now. */
export const END = 'update intake.task set state = $2, why = $3, ended_by = $4, ended_at = $5, version = version + 1 where id = $1';
export const REOPEN = `update intake.task set state = 'open', why = null, ended_by = null, ended_at = null, after_closing = false, version = version + 1 where id = $1`;
export const KEEP = 'update intake.task set after_closing = true, due_on = $2, due_hour = $3, due_at = $4, version = version + 1 where id = $1';
/** The person stopped their request ($1): nothing is done for them any more. */
export const STOP_TASKS = `update intake.task set state = 'not-needed', ended_at = now(), version = version + 1 where inquiry_id = $1 and state = 'open'`;
