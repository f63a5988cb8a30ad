import { crisisTermOf } from '../../directory/index.js';

/** $1 service. */
export const CRISIS_TERM = `select ${crisisTermOf('$1')} as crisis`;

const COLUMNS = `
select p.id, p.agency_id as "agencyId", p.service_id as "serviceId", p.changes, p.note, p.state, p.made_at as "madeAt", p.version, p.batch_id as "batchId",
  case when p.first_version = p.version then p.first_by end as "firstBy", case when p.first_version = p.version then a.name end as "firstName",
  case when p.first_version = p.version then p.first_fields end as "firstFields",
  ${crisisTermOf('p.service_id')} as "crisisTerm", (select s.inclusion from directory.service s where s.id = p.service_id) as inclusion
from partner.proposal p left join people.account a on a.id = p.first_by`;

export const OPEN = `${COLUMNS} where p.state = 'open' order by p.made_at, p.id limit 100`;
export const OPEN_OF_SHEET = `${COLUMNS} where p.state = 'open' and p.batch_id = $1 order by p.made_at, p.id`;
export const LOCKED = `${COLUMNS} where p.id = $1 for update of p`;

/** $1 proposal, $2 version, $3 account, $4 fields: the first of two stewards. */
export const FIRST = `update partner.proposal set first_by = $3, first_version = version + 1, first_fields = $4, version = version + 1 where id = $1 and version = $2 and state = 'open' returning id`;
/** $1 proposal, $2 version, $3 account, $4 state, $5 decisions. */
export const DECIDED = `update partner.proposal set state = $4, decided_at = now(), decided_by = $3, decisions = $5, version = version + 1 where id = $1 and version = $2 and state = 'open' returning id`;

/** The last standing publishing of each listing, of the last two weeks. */
export const PUBLISHED_LATELY = `
select p.id, s.name as service, coalesce(o.name, s.name) as organization, p.fields, p.published_at as at, a.name as by, p.published_by is null as "atOnce"
from directory.publishing p join directory.service s on s.id = p.service_id left join directory.organization o on o.id = s.organization_id left join people.account a on a.id = p.published_by
where p.reverted_at is null and p.published_at > now() - interval '14 days'
  and not exists (select from directory.publishing later where later.service_id = p.service_id and later.reverted_at is null and (later.published_at, later.id) > (p.published_at, p.id))
order by p.published_at desc, p.id limit 20`;

/** $1 agency: how many of its changes a steward took over and nobody took back, since one that was published at once was last taken back. */
export const ACCEPTED = `
select count(*)::int as accepted from partner.proposal p cross join lateral jsonb_each(p.decisions) d
where p.agency_id = $1 and not p.quick and (d.value->>'accepted')::boolean and not exists (select from directory.publishing b where b.proposal_id = p.id and b.reverted_at is not null)
  and p.decided_at > coalesce((select max(b.reverted_at) from directory.publishing b join directory.service s on s.id = b.service_id where s.organization_id = $1 and b.published_by is null), '-infinity')`;
/** $1 proposal, $2 decisions: all of it. */
export const ALL_AT_ONCE = `update partner.proposal set state = 'published', quick = true, decided_at = now(), decisions = $2, version = version + 1 where id = $1`;
/** $1 id, $2 agency, $3 service, $4 changes, $5 decisions: a part of another proposal. */
export const PART_AT_ONCE = `insert into partner.proposal (id, agency_id, service_id, changes, decisions, state, quick, decided_at) values ($1, $2, $3, $4, $5, 'published', true, now())`;
/** $1 proposal, $2 changes that wait on. */
export const REST = `update partner.proposal set changes = $2, version = version + 1 where id = $1`;

/** Sheets with something to decide, or of which something was published in the last two weeks. */
export const SHEETS = `
select b.id, o.name as organization, b.made_at as "madeAt", count(p.id) filter (where p.state = 'open')::int as open, count(u.id)::int as published
from partner.batch b join directory.organization o on o.id = b.agency_id join partner.proposal p on p.batch_id = b.id
left join directory.publishing u on u.proposal_id = p.id and u.reverted_at is null and u.published_at > now() - interval '14 days'
where b.state = 'sent' group by b.id, o.name having count(p.id) filter (where p.state = 'open') + count(u.id) > 0 order by b.made_at, b.id limit 50`;
/** $1 sheet: what was published of it and stands, the last one first. */
export const PUBLISHED_OF_SHEET = `select u.id from directory.publishing u join partner.proposal p on p.id = u.proposal_id where p.batch_id = $1 and u.reverted_at is null order by u.published_at desc, u.id desc`;
