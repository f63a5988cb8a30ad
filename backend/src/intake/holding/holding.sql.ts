import { IN_CRISIS } from '../crisis/in-crisis.sql.js';

/** Events that are no work of the holder. */
const NO_WORK = `('inquiry.claimed', 'inquiry.kept', 'inquiry.return-warned', 'inquiry.skipped', 'inquiry.assigned', 'inquiry.assign-undone', 'inquiry.restored')`;

/** Nothing was done in request `i` since it was claimed or given (what was done by giving it has the same moment): no event of a colleague's work, no revealed contact. */
export const UNTOUCHED = `not exists (select from platform.event e where e.subject = i.id and e.at > i.claimed_at and e.body ? 'actorId' and e.type not in ${NO_WORK})
  and not exists (select from audit.entry r where r.body->>'objectId' = i.id::text and r.body->>'act' = 'identity.reveal' and r.at >= i.claimed_at)`;
/** Nobody writes in it; and whoever is in danger is never given back by the clock. */
export const NO_DRAFT = `not exists (select from intake.draft d where d.inquiry_id = i.id and d.account_id = i.assignee) and not ${IN_CRISIS}`;

/** Longer than the ten seconds that the screen offers, for slow networks. */
export const UNDO = `interval '15 seconds'`;

/** As it was before the claim, also for the watch over urgent requests nobody has read. $1 request, $2 actor, $3 event, $4 audit. */
export const UNDO_CLAIM = `
with undone as (
  update intake.inquiry i set status = 'new', assignee = null, claimed_at = null, first_read_at = nullif(first_read_at, claimed_at), version = version + 1
  where i.id = $1::uuid and i.status = 'claimed' and i.assignee = $2::uuid and i.claimed_at > now() - ${UNDO}
    and not exists (select from intake.draft d where d.inquiry_id = i.id and d.saved_at >= i.claimed_at) and ${UNTOUCHED} returning i.id
), event as (insert into platform.event (type, subject, body) select 'inquiry.released', id, $3::jsonb from undone),
audit as (insert into audit.entry (body) select $4::jsonb from undone)
select id from undone`;

const HELD = `i.id, i.reference, i.priority, greatest(i.claimed_at, i.kept_at) as since, case when i.warned_at > greatest(i.claimed_at, i.kept_at) then i.warned_at end as "warnedAt"`;

/** Claimed requests in which nothing was done, whoever holds them. */
export const UNTOUCHED_ONES = `select ${HELD} from intake.inquiry i where i.status = 'claimed' and i.erase_after is null and ${NO_DRAFT} and ${UNTOUCHED} order by i.claimed_at limit 500 for update of i skip locked`;

/** $1 actor: theirs, with a warning. */
export const WARNED = `
select ${HELD}, array(select n.topic from intake.need n where n.inquiry_id = i.id order by n.position) as topics
from intake.inquiry i where i.status = 'claimed' and i.assignee = $1 and i.warned_at > greatest(i.claimed_at, i.kept_at) and ${NO_DRAFT} and ${UNTOUCHED} order by i.warned_at, i.id`;

export const WARN = `update intake.inquiry i set warned_at = $2 where i.id = $1 returning i.assignee`;
export const RETURN = `update intake.inquiry i set status = 'new', assignee = null, claimed_at = null, version = version + 1 where i.id = $1 and i.status = 'claimed' and ${NO_DRAFT} and ${UNTOUCHED} returning i.id`;
export const KEEP = `update intake.inquiry i set kept_at = $2 where i.id = $1 and i.status = 'claimed' returning i.id`;
