import { KNOWN_BY } from './assign/assign.sql.js';
import { IN_CRISIS } from './crisis/in-crisis.sql.js';
import { NO_DRAFT, UNTOUCHED } from './holding/holding.sql.js';
import { RESTRICTED } from './queue.sql.js';
import { UNDECIDED_TASKS } from './tasks/task.sql.js';

/** The rows of one act ($1 ids). $2 actor, $3 actor may open restricted records. Held for whoever says `for update`, always in one order. */
export const BULK_ROWS = `
select i.id, i.reference, i.status, i.version, i.safety, i.priority, i.assignee, i.claimed_at as "claimedAt", coalesce(i.assignee = $2::uuid, false) as mine,
  (select a.name from people.account a where a.id = i.assignee) as owner, (${RESTRICTED} and not $3::boolean) as shut,
  ${RESTRICTED} as restricted, ${IN_CRISIS} as "inCrisis", ${KNOWN_BY} as "knownBy",
  (select count(*)::int from intake.need n where n.closed_at is null and (n.inquiry_id = i.id or n.inquiry_id in (select m.id from intake.inquiry m where m.merged_into = i.id))) as "openNeeds", ${UNDECIDED_TASKS} as "openTasks"
from intake.inquiry i where i.id = any($1::uuid[]) and i.data_key is not null and i.erase_after is null order by i.id`;

export const MAKE_BULK = 'insert into intake.bulk (id, account_id, action, body_hash, made_at) values ($1, $2, $3, $4, $5) on conflict (id) do nothing returning id';
export const EARLIER_BULK = 'select account_id as "accountId", body_hash as "bodyHash" from intake.bulk where id = $1';
export const KEEP_ROW = `
insert into intake.bulk_row (bulk_id, inquiry_id, refused, status_before, assignee_before, claimed_before, priority_before, version_after)
select $1, $2, $3, $4, $5, $6, $7, version from intake.inquiry where id = $2`;
export const KEPT_ROWS = `
select r.inquiry_id as id, i.reference, r.version_after as version, r.refused from intake.bulk_row r join intake.inquiry i on i.id = r.inquiry_id where r.bulk_id = $1 order by r.inquiry_id`;

/** One's own, once, for a day. $1 key, $2 account, $3 now. */
export const UNDO_BULK = `update intake.bulk set undone_at = $3 where id = $1 and account_id = $2 and undone_at is null and made_at > $3::timestamptz - interval '1 day' returning id`;
export const KNOWN_BULK = 'select 1 from intake.bulk where id = $1 and account_id = $2';
export const DONE_ROWS = `
select i.id from intake.inquiry i join intake.bulk_row r on r.inquiry_id = i.id where r.bulk_id = $1 and r.refused is null order by i.id for update of i`;
/** Back to how it was, unless somebody changed it since, or a colleague to whom it was given ($3 is not they) works on it. */
export const RESTORE = `
update intake.inquiry i set status = r.status_before, assignee = r.assignee_before, claimed_at = r.claimed_before, priority = r.priority_before, version = i.version + 1
from intake.bulk_row r where r.bulk_id = $1 and r.inquiry_id = $2 and i.id = $2 and i.version = r.version_after and i.data_key is not null and i.merged_into is null
  and (i.assignee is null or i.assignee = $3::uuid or i.assignee is not distinct from r.assignee_before or (${NO_DRAFT} and ${UNTOUCHED})) returning i.id`;
export const SET_PRIORITY = 'update intake.inquiry set priority = $2, version = version + 1 where id = $1 returning id';
