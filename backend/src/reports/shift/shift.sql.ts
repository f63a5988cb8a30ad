import { RESTRICTED } from '../../intake/index.js';

/** What is due in request `i`, soonest first. The desk's day is $2. */
const DUES = `
(select coalesce(json_agg(json_build_object('kind', x.kind, 'on', x.due_on::text, 'late', coalesce(x.due_on < $2::date, false)) order by x.due_on nulls last, x.kind), '[]') from (
  select d.kind, d.due_on from follow_up.due d where d.inquiry_id = i.id and d.done_at is null
  union all
  select 'task', t.due_on from intake.task t where t.state = 'open' and (t.for_id is null or t.for_id = i.assignee) and (t.inquiry_id = i.id or t.inquiry_id in (select m.id from intake.inquiry m where m.merged_into = i.id))
  union all
  select 'needs-open', null::date where exists (select from intake.need n where n.inquiry_id = i.id and n.status = 'open')
) x)`;

/** The actor's open requests with what is due in each, most urgent first. $1 actor, $2 the desk's day, $3 actor may open restricted ones. */
export const SHIFT = `
select i.id, i.reference, i.version, i.priority, i.safety, i.language, array(select n.topic from intake.need n where n.inquiry_id = i.id order by n.position) as topics,
  i.wakes_at as "wakesAt", i.asleep, i.woke is not null as woke,
  exists (select from intake.draft d where d.inquiry_id = i.id and d.account_id = $1::uuid) as draft, ${DUES} as dues
from intake.inquiry i where i.status = 'claimed' and i.assignee = $1::uuid and i.data_key is not null and ($3::boolean or not ${RESTRICTED})
order by i.priority, i.opened_at, i.id limit 500`;
