import { queuePage } from '../../intake/index.js';
import { PROMISE_FIGURES } from './promises.dto.js';

/** This week and the eleven before it. */
const WEEKS_BACK = 11;
const week = (moment: string, zone: string): string => `date_trunc('week', ${moment} at time zone ${zone})::date`;
/** The first day that is counted. */
const since = (zone: string, now: string): string => `(${week(`${now}::timestamptz`, zone)} - ${7 * WEEKS_BACK})`;
const recent = (zone: string, now: string): string => `i.opened_at >= (${since(zone, now)}::timestamp at time zone ${zone})`;

/** When a closed request owed nothing any more: the end of its last need. */
const ENDED = `case when i.status = 'closed' then (select max(n.closed_at) from intake.need n where n.inquiry_id = i.id) end`;

/**
 * What became of the promise of request `i`, once for the numbers and the rows behind them. Closing mends nothing: whose time was over
 * by then was missed. Who was merged is contacted in the request that stays.
 */
const OUTCOME = (now: string): string => `case
  when i.promise_minutes is null then 'none'
  when i.promise_kept then 'kept'
  when i.contacted_at is not null then 'missed'
  when i.merged_into is not null then 'ended'
  when i.promise_due <= least(${now}::timestamptz, ${ENDED}) then 'missed'
  when i.status = 'closed' then 'ended'
  else 'open' end`;

const COUNTS = PROMISE_FIGURES.map((figure) => `count(*) filter (where r.outcome = '${figure}')::int as "${figure}"`).join(', ');

/** By week and urgency, and the sums of both, in one statement. $1 the desk's zone, $2 now. */
export const PROMISES = `
select ${since('$1', '$2')}::text as since, coalesce(json_agg(c order by c.week desc nulls last, c.urgency nulls last), '[]') as rows from (
  select r.week::text as week, r.urgency, ${COUNTS}, count(*)::int as all
  from (select ${week('i.opened_at', '$1')} as week, i.priority as urgency, ${OUTCOME('$2')} as outcome from intake.inquiry i where ${recent('$1', '$2')}) r
  group by grouping sets ((r.week, r.urgency), (r.week), (r.urgency), ())
) c`;

/** The rows behind one number, as a page of the queue. $1 to $7 as there, $8 zone, $9 now, $10 figure, $11 week or null for the twelve, $12 urgency or null. */
export const PROMISE_ROWS = queuePage(`${OUTCOME('$9')} = $10::text and ($12::smallint is null or i.priority = $12)
  and case when $11::text is null then ${recent('$8', '$9')} else ${week('i.opened_at', '$8')}::text = $11 end`);
