import { DUTY, IN_VIEW, NO_DRAFT, OPEN_TASKS_OF, queuePage, UNTOUCHED, WORKS } from '../../intake/index.js';
import type { LoadFigure } from './load.dto.js';

const OPEN = `i.status = 'claimed' and not i.asleep`;
const dueOn = (compared: string): string => `exists (select from follow_up.due d where d.inquiry_id = i.id and d.done_at is null and d.due_on ${compared})`;

/** Which requests `i` a number counts, and opens: one rule for both. `day` is the parameter with the desk's day. */
const COUNTED = (day: string): Readonly<Record<LoadFigure, string>> => ({
  open: OPEN,
  due: `${OPEN} and (i.woke is not null or ${dueOn(`= ${day}::date`)})`,
  overdue: `${OPEN} and ${dueOn(`< ${day}::date`)}`,
  untouched: `i.status = 'claimed' and ${NO_DRAFT} and ${UNTOUCHED}`,
  snoozed: `i.asleep`,
});

const COUNT = COUNTED('$1');
const count = (figure: LoadFigure): string => `count(*) filter (where ${COUNT[figure]})::int as "${figure}"`;

const VIEWS = ['all', 'new', 'review', 'snoozed'] as const;
const view = (name: (typeof VIEWS)[number]): string => `json_build_object('view', '${name}', 'count', count(*) filter (where ${IN_VIEW[name]}), 'oldest', min(i.opened_at) filter (where ${IN_VIEW[name]}))`;

/** The load by person and by view, in one statement. $1 the desk's day, $2 demo. Whoever cannot sign in any more stands here while they have a request. */
export const LOAD = `
select (select coalesce(json_agg(p order by p.works, p.overdue desc, p.due desc, p.open desc, p.name, p.id), '[]') from (
    select a.id, a.name, ${DUTY} as duty, (${WORKS('$2')}) as works, held.* from people.account a cross join lateral (
      select ${count('open')}, ${count('due')}, ${count('overdue')}, ${count('untouched')}, min(i.claimed_at) filter (where ${COUNT.untouched}) as "oldestUntouched", ${count('snoozed')}, ${OPEN_TASKS_OF} as tasks
      from intake.inquiry i where i.assignee = a.id and i.status = 'claimed'
    ) held where ${WORKS('$2')} or held.open + held.snoozed + held.tasks > 0
  ) p) as people,
  (select json_build_array(${VIEWS.map(view).join(', ')}) from intake.inquiry i where i.status <> 'closed') as views`;

const ROWS = COUNTED('$9');
/** The rows that a number counts, as a page of the queue. $1 to $7 as there, $8 person, $9 the desk's day. */
const rows = (figure: LoadFigure): string => queuePage(`i.assignee = $8::uuid and i.status = 'claimed' and $9::date is not null and ${ROWS[figure]}`);
export const LOAD_ROWS: Readonly<Record<LoadFigure, string>> = { open: rows('open'), due: rows('due'), overdue: rows('overdue'), untouched: rows('untouched'), snoozed: rows('snoozed') };
