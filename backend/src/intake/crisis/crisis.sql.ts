import { ON_DUTY_FIRST, WORKS } from '../assign/assign.sql.js';
import { DUTY } from '../duty/duty.sql.js';
import { RESTRICTED } from '../queue.sql.js';

const person = (account: string): string => `case when ${account}.id is not null then json_build_object('id', ${account}.id, 'name', ${account}.name) end`;

/** The records of request $1, newest first. */
export const RECORDS = `
select c.id, c.kind, c.whose, ${person('o')} as "openedBy", c.opened_at as "openedAt", c.called_at as "calledAt", ${person('s')} as supervisor, c.supervisor_at as "supervisorAt",
  c.rescue, c.result, c.words, ${person('e')} as "endedBy", c.ended_at as "endedAt", c.version
from intake.crisis c left join people.account o on o.id = c.opened_by left join people.account s on s.id = c.supervisor_id left join people.account e on e.id = c.ended_by
where c.inquiry_id = $1 order by c.opened_at desc, c.id desc limit 20`;
/** The steps of records $1, oldest first. */
export const STEPS_OF = `
select t.id, t.crisis_id as "crisisId", t.step, t.result, t.consent, t.why, t.words, ${person('a')} as by, t.at
from intake.crisis_step t left join people.account a on a.id = t.made_by where t.crisis_id = any($1::uuid[]) order by t.at, t.id`;

/** Supervisors who may open request $1, but not whoever works on it; on duty first. $2 demo. */
export const SUPERVISORS = `
select a.id, a.name, ${DUTY} as duty from people.account a join intake.inquiry i on i.id = $1
where ${WORKS('$2')} and 'SUP' = any(a.roles) and a.id is distinct from i.assignee and (a.restricted or not ${RESTRICTED}) order by ${ON_DUTY_FIRST}, a.name, a.id`;

/** The request is held: of closing it and opening a record at once, the second sees what the first did. */
export const HOLD_CLAIMED = `update intake.inquiry set version = version + 1 where id = $1 and status = 'claimed' returning id`;
/** $1 id, $2 request, $3 kind, $4 whose, $5 by, $6 now. */
export const OPEN = `
insert into intake.crisis (id, inquiry_id, kind, whose, opened_by, opened_at, minutes_to_human)
select $1::uuid, i.id, $3::text, $4::text, $5::uuid, $6::timestamptz, greatest(0, floor(extract(epoch from $6::timestamptz - i.opened_at) / 60)) from intake.inquiry i where i.id = $2
on conflict (inquiry_id) where ended_at is null do nothing returning id`;
/** The open record of request $1, held. */
export const HELD = `select c.id, c.version, c.called_at as "calledAt" from intake.crisis c where c.inquiry_id = $1 and c.ended_at is null for update`;
export const STEPS_BEFORE = 'select t.step, t.result from intake.crisis_step t where t.crisis_id = $1';
export const TAKE = 'insert into intake.crisis_step (id, crisis_id, step, result, consent, why, words, made_by, at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)';
export const MOVED = 'update intake.crisis set version = version + 1 where id = $1';
/** $1 record, $2 who came, or null, $3 now. */
export const CALL = `
update intake.crisis set called_at = coalesce(called_at, $3), supervisor_id = coalesce($2::uuid, supervisor_id), supervisor_at = case when $2::uuid is null then supervisor_at else $3 end,
  version = version + 1 where id = $1`;
export const END = 'update intake.crisis set rescue = $2, result = $3, words = $4, ended_by = $5, ended_at = $6, version = version + 1 where id = $1';

/** What goes on at the desk, oldest first, for who supervises. $1 actor may open restricted records. */
export const OPEN_ONES = `
select c.inquiry_id as "inquiryId", i.reference, c.opened_at as "openedAt", c.called_at as "calledAt", ${person('s')} as supervisor, ${person('a')} as owner
from intake.crisis c join intake.inquiry i on i.id = c.inquiry_id left join people.account a on a.id = i.assignee left join people.account s on s.id = c.supervisor_id
where c.ended_at is null and ($1::boolean or not ${RESTRICTED}) order by c.opened_at, c.id limit 100`;

/** Counted, and told of nobody any more: the person was erased. */
export const FORGET_CRISES: readonly string[] = [
  `update intake.crisis_step set words = null, made_by = null, at = date_trunc('month', at) where crisis_id in (select id from intake.crisis where inquiry_id = $1)`,
  `update intake.crisis set inquiry_id = null, words = null, opened_by = null, supervisor_id = null, ended_by = null, result = coalesce(result, 'erased'),
     ended_at = date_trunc('month', coalesce(ended_at, opened_at)), opened_at = date_trunc('month', opened_at), called_at = date_trunc('month', called_at), supervisor_at = date_trunc('month', supervisor_at)
   where inquiry_id = $1`,
];
