import { NUMBER } from '../directory.sql.js';

/** $1 id, $2 service, $3 what is wrong, $4 data key, $5 sealed words, $6 suspect, $7 now. Only of a listing that can be seen. */
export const SAY = `
insert into directory.correction (id, service_id, wrong, data_key, words, suspect, said_at)
select $1, s.id, $3, $4, $5, $6, $7 from directory.service s where s.id = $2 and s.status = 'active' returning id`;

/** The same said of the same listing waits once, with the number of those who said it; the newest words are shown. */
export const WAITING = `
select c.id, c.service_id as "serviceId", s.name, l.facts->>'organization' as organization, c.wrong, c.suspect, c.data_key as "dataKey", c.words, c.said_at as "saidAt", c.count,
  coalesce(a.phone, ${NUMBER}) as phone
from (select distinct on (service_id, wrong) *, count(*) over (partition by service_id, wrong)::int as count, min(said_at) over (partition by service_id, wrong) as first
  from directory.correction where outcome is null order by service_id, wrong, (words is null), said_at desc, id) c
join directory.service s on s.id = c.service_id join directory.listing l on l.service_id = s.id left join directory.agency a on a.organization_id = s.organization_id
order by c.suspect, c.first, c.id limit $1`;
export const WAITING_TOTAL = `select count(distinct (service_id, wrong))::int as total from directory.correction where outcome is null`;

/** $1 id. */
export const ONE = `select service_id as "serviceId", wrong, outcome is null as open from directory.correction where id = $1 for update`;

/** $1 service, $2 what is wrong, $3 outcome, $4 who, $5 now. All who said the same are answered; their words have done their work. */
export const DECIDE = `
update directory.correction set outcome = $3, decided_by = $4, decided_at = $5, words = null, data_key = null where service_id = $1 and wrong = $2 and outcome is null returning id`;

/** $1 service. What was said in three months and what became of it, the newest of each kind: so the one who said it can see it, and nobody needs to know who they are. What a machine may have said stands there once a person looked. */
export const TOLD = `
select distinct on (wrong) wrong, said_at as "saidAt", outcome, decided_at as "decidedAt" from directory.correction
where service_id = $1 and (not suspect or outcome is not null) and coalesce(decided_at, said_at) > now() - interval '90 days' order by wrong, said_at desc, id`;
