import { RESTRICTED } from '../queue.sql.js';

/** How long a closed request can be drawn. */
const DAYS = 30;
/** Below this many records a result is not told. */
const LEAST = 5;

/** Request `i`, what was merged into it, and what staff said belongs to it: who knows the person of one knows that of all. */
const TOGETHER = `select i.id union all select m.id from intake.inquiry m where m.merged_into = i.id
  union all select case when t.first_id = i.id then t.second_id else t.first_id end from intake.tie t where i.id in (t.first_id, t.second_id) and t.kind = 'linked' and t.ended_at is null`;

/**
 * What a reviewer may draw: closed lately, theirs to open, nothing that they ever did something in, nobody whom they know, and nothing
 * that is drawn or that they gave back. $1 reviewer, $2 may open restricted, $3 now.
 */
const POOL = `
select i.id, i.assignee from intake.inquiry i
where i.status = 'closed' and i.data_key is not null and i.erase_after is null and i.merged_into is null and i.assignee <> $1::uuid and i.taken_by is distinct from $1::uuid and (not ${RESTRICTED} or $2::boolean)
  and i.id in (select e.subject from platform.event e where e.type = 'inquiry.closed' and e.at > $3::timestamptz - interval '${DAYS} days')
  and not exists (select from platform.event e where e.subject = i.id and e.body->>'actorId' = $1::text)
  and not exists (select from intake.skip s where s.account_id = $1::uuid and s.reason = 'known-person' and s.inquiry_id in (${TOGETHER}))
  and not exists (select from intake.quality_record r where r.inquiry_id = i.id and (r.returned_at is null or r.reviewer = $1::uuid))`;
export const POOL_SIZE = `select count(*)::int as pool from (${POOL}) p`;

/** Who draws waits for who draws: two never draw the same, and the second sees what the first took. */
export const DRAW_IN_TURN = `select pg_advisory_xact_lock(hashtext('intake.quality'))`;
export const UNFINISHED = 'select 1 from intake.quality_record where reviewer = $1 and done_at is null and returned_at is null limit 1';
/** The first of the order that the seed gives. $4 seed, $5 sample, $6 ids of as many records as are wanted. */
export const DRAW = `
with pool as (select p.id, p.assignee, row_number() over (order by md5($4::text || p.id::text), p.id) as rank from (${POOL}) p),
sample as (insert into intake.quality_sample (id, seed, reviewer, drawn_at, pool) select $5::uuid, $4, $1::uuid, $3::timestamptz, count(*) from pool having count(*) > 0 returning id)
insert into intake.quality_record (id, sample_id, inquiry_id, reviewer, specialist, rank)
select ($6::uuid[])[p.rank], s.id, p.id, $1::uuid, p.assignee, p.rank from sample s, pool p where p.rank <= cardinality($6::uuid[])
returning id`;

const LINE = `
r.id, i.reference, array(select n.topic from intake.need n where n.inquiry_id = i.id order by n.position) as topics,
json_build_object('id', s.id, 'name', s.name) as specialist, json_build_object('id', v.id, 'name', v.name) as reviewer, r.done_at as "doneAt",
(select sum(x)::int from unnest(r.scores) x) as points, (select 2 * count(x)::int from unnest(r.scores) x) as of,
r.note is not null as "hasNote", r.seen_at is not null as seen, r.answer is not null as answered`;
const FROM = 'from intake.quality_record r join intake.inquiry i on i.id = r.inquiry_id join people.account s on s.id = r.specialist join people.account v on v.id = r.reviewer';

export const LAST_SAMPLE = 'select id, seed, drawn_at as "drawnAt", pool from intake.quality_sample where reviewer = $1 order by drawn_at desc, id desc limit 1';
export const OF_SAMPLE = `select ${LINE} ${FROM} where r.sample_id = $1 and r.returned_at is null order by r.rank`;
/** What was found of account $1, the newest first. $2 now. */
export const OF_PERSON = `select ${LINE} ${FROM} where r.specialist = $1 and r.done_at > $2::timestamptz - interval '12 months' order by r.done_at desc, r.id desc limit 200`;

/** One record as its reviewer, its specialist (once it is scored) and supervisors read it: nobody else finds it. $1 actor, $2 may open restricted, $3 supervises, $4 record. */
const READABLE = `r.id = $4::uuid and r.returned_at is null and (r.reviewer = $1::uuid or (r.specialist = $1::uuid and r.done_at is not null) or ($3::boolean and r.specialist <> $1::uuid and r.done_at is not null and (not ${RESTRICTED} or $2::boolean)))`;
export const RECORD = `select ${LINE}, r.inquiry_id as "inquiryId", r.scores, r.note, r.answer, r.version, i.data_key as "dataKey" ${FROM} where ${READABLE}`;

/** By its reviewer, until the specialist has read it. $1 record, $2 reviewer, $3 version, $4 scores, $5 sealed note, $6 now. */
export const SCORE = `update intake.quality_record set scores = $4::smallint[], note = $5, done_at = coalesce(done_at, $6), version = version + 1
  where id = $1 and reviewer = $2 and version = $3 and returned_at is null and seen_at is null returning id`;
export const GIVE_BACK = `update intake.quality_record set returned_at = $4, return_reason = $5, version = version + 1
  where id = $1 and reviewer = $2 and version = $3 and returned_at is null and done_at is null returning id`;
/** $1 record, $2 specialist, $3 now. */
export const READ_BY_SPECIALIST = 'update intake.quality_record set seen_at = $3, version = version + 1 where id = $1 and specialist = $2 and done_at is not null and seen_at is null returning id';
/** Once. $1 record, $2 specialist, $3 version, $4 sealed, $5 now. */
export const ANSWER = `update intake.quality_record set answer = $4, answered_at = $5, seen_at = coalesce(seen_at, $5), version = version + 1
  where id = $1 and specialist = $2 and version = $3 and note is not null and answer is null returning id`;
export const UNREAD = 'select count(*)::int as count from intake.quality_record where specialist = $1 and done_at is not null and note is not null and seen_at is null';
/** Whether $2 reviews request $1 now: then it is opened for that. */
export const IN_REVIEW = 'select 1 from intake.quality_record where inquiry_id = $1 and reviewer = $2 and returned_at is null and done_at is null';

const question = (at: number): string => `json_build_object('n', count(scores[${at}]), 'points', case when count(scores[${at}]) >= ${LEAST} then sum(scores[${at}]) end)`;
/** By person and month, and the twelve months together, in one statement. $1 the desk's zone, $2 now, $3 one person or null for all. */
export const RESULTS = `
select json_build_object('id', a.id, 'name', a.name) as person, json_agg(json_build_object('month', g.month, 'records', g.records, 'questions', g.questions) order by g.month desc nulls first) as months
from (
  select specialist, month, count(*) as records, json_build_array(${[1, 2, 3, 4, 5].map(question).join(', ')}) as questions
  from (select r.specialist, to_char(r.done_at at time zone $1::text, 'YYYY-MM') as month, r.scores from intake.quality_record r
    where r.done_at > $2::timestamptz - interval '12 months' and ($3::uuid is null or r.specialist = $3)) d
  group by grouping sets ((specialist, month), (specialist))
) g join people.account a on a.id = g.specialist group by a.id, a.name order by a.name, a.id`;
