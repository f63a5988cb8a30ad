/* All of these run with the partner's own role: row level security leaves the agency's own rows alone. */
const LAST = (kind: string, more = ''): string => `(
  select jsonb_build_object('saidAt', s.said_at, 'outcome', s.outcome${more}) from partner.statement s where s.service_id = l.service_id and s.kind = '${kind}' order by s.said_at desc, s.id desc limit 1)`;

/** $1 one service, or null for all. The open proposal, else the one decided last. */
export const COPIES = `
select l.service_id as "serviceId", l.facts, ${LAST('confirmed')} as confirmed, ${LAST('taking-new', `, 'answer', s.answer, 'until', s.until`)} as taking,
  (select jsonb_build_object('id', p.id, 'state', p.state, 'changes', p.changes, 'note', p.note, 'madeAt', p.made_at, 'decidedAt', p.decided_at, 'decisions', p.decisions, 'version', p.version)
    from partner.proposal p where p.service_id = l.service_id order by (p.state = 'open') desc, p.made_at desc limit 1) as proposal
from partner.listing l where $1::uuid is null or l.service_id = $1 order by l.facts->>'name', l.service_id`;

export const SAY = `insert into partner.statement (id, agency_id, service_id, kind, answer, until, seen) values ($1, $2, $3, $4, $5, $6, $7)`;
export const INSERT = `insert into partner.proposal (id, agency_id, service_id, changes, note) values ($1, $2, $3, $4, $5)`;
/** $1 service, $2 changes, $3 note, $4 version. */
export const RENEW = `update partner.proposal set changes = $2, note = $3, made_at = now(), version = version + 1 where service_id = $1 and state = 'open' and version = $4 returning id`;
