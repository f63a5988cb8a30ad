/* All of these run with the partner's own role: row level security leaves the agency's own rows alone. */
const LAST = (kind: string, more = ''): string => `(
  select jsonb_build_object('saidAt', s.said_at, 'outcome', s.outcome${more}) from partner.statement s where s.service_id = l.service_id and s.kind = '${kind}' order by s.said_at desc, s.id desc limit 1)`;

/** $1 one service, or null for all. The open proposal, else the one decided last. */
export const COPIES = `
select l.service_id as "serviceId", l.facts, ${LAST('confirmed')} as confirmed, ${LAST('taking-new', `, 'answer', s.answer, 'until', s.until, 'weeks', s.weeks`)} as taking,
  coalesce((select jsonb_object_agg(d.field, jsonb_build_object('state', d.state, 'before', d.before, 'after', d.after)) from partner.draft d where d.service_id = l.service_id), '{}') as drafts,
  (select jsonb_build_object('id', p.id, 'state', p.state, 'changes', p.changes, 'note', p.note, 'madeAt', p.made_at, 'decidedAt', p.decided_at, 'decisions', p.decisions, 'version', p.version)
    from partner.proposal p where p.service_id = l.service_id and p.state <> 'withdrawn' order by (p.state = 'open') desc, p.made_at desc limit 1) as proposal
from partner.listing l where $1::uuid is null or l.service_id = $1 order by l.facts->>'name', l.service_id`;

export const SAY = `insert into partner.statement (id, agency_id, service_id, kind, answer, until, weeks, fields, seen) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;
/** $1 service, $2 since when: what takes effect at once is said only so often. */
export const SAID_LATELY = `select count(*)::int as said from partner.statement where service_id = $1 and kind = 'taking-new' and said_at > $2`;
export const UNHANDLED = `select 1 from partner.statement where kind in ('confirmed', 'fields') and outcome is null limit 1`;
export const INSERT = `insert into partner.proposal (id, agency_id, service_id, changes, note) values ($1, $2, $3, $4, $5)`;
/** $1 service, $2 changes, $3 note, $4 version. */
export const RENEW = `update partner.proposal set changes = $2, note = $3, made_at = now(), version = version + 1 where service_id = $1 and state = 'open' and version = $4 returning id`;

/** $1 service, $2 field, $3 agency, $4 state, $5 before, $6 after. */
export const SAVE = `
insert into partner.draft as d (service_id, field, agency_id, state, before, after) values ($1, $2, $3, $4, $5, $6)
on conflict (service_id, field) do update set state = excluded.state, before = excluded.before, after = excluded.after, saved_at = now()`;
export const FORGET = `delete from partner.draft where service_id = $1 and ($2::text is null or field = $2)`;
/** What is to be asked another time stays. */
export const SENT_DRAFTS = `delete from partner.draft where service_id = $1 and state <> 'later'`;
