import { Injectable } from '@nestjs/common';
import { Clock, Db, type Actor } from '../../platform/index.js';
import { arranged, referralKind, rightFor, type Inbox, type InboxItem } from '../domain/inbox.js';
import { rolesOf } from '../domain/membership.js';

interface Row {
  referrals: { id: string; reference: string; dueAt: string; at: string; said: string | null; replied: boolean }[];
  sent: { id: string; name: string; state: string; at: string }[];
  due: number;
}

const DECIDED_DAYS = 30;
/**
 * $1 local day, $2 since when decisions are told. Asked with the partner's own role: another agency's rows, and what was taken back,
 * are not there. What was told on the phone is left out.
 */
const INBOX = `
select
  coalesce((select jsonb_agg(jsonb_build_object('id', d.id, 'reference', d.reference, 'dueAt', d.answer_by, 'at', d.made_at, 'said', last.kind,
      'replied', exists (select from partner.reply p where p.disclosure_id = d.id and p.made_at > last.said_at)))
    from partner.disclosure d left join lateral (select a.kind, a.said_at from partner.answer a where a.disclosure_id = d.id order by a.said_at desc, a.id desc limit 1) last on true
    where d.by_link and d.data_key is not null), '[]') as referrals,
  coalesce((select jsonb_agg(jsonb_build_object('id', p.service_id, 'name', l.facts->>'name', 'state', p.state, 'at', coalesce(p.decided_at, p.made_at)))
    from partner.proposal p join partner.listing l on l.service_id = p.service_id where p.state = 'open' or (p.state <> 'withdrawn' and p.decided_at > $2)), '[]') as sent,
  (select count(*)::int from partner.listing l where coalesce((l.facts->>'nextCheckOn')::date <= $1::date, true)) as due`;

/** What waits for an agency, and what goes on: one statement, as the agency. */
@Injectable()
export class Inboxes {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** Only what the member's own rights let them open. */
  async of(actor: Actor): Promise<Inbox> {
    const now = this.clock.now();
    const since = new Date(now.getTime() - DECIDED_DAYS * 86_400_000);
    const [row] = await this.db.statement<Row>(actor, INBOX, [now.toISOString().slice(0, 10), since]);
    const items = row ? [...referralsOf(row), ...sentOf(row), ...listingsOf(row)] : [];
    return arranged(items.filter(({ kind }) => actor.roles.includes(rolesOf([rightFor(kind)])[0] ?? '')));
  }
}

const referralsOf = ({ referrals }: Row): InboxItem[] =>
  referrals.flatMap(({ id, reference, dueAt, at, said, replied }) => {
    const kind = referralKind(said, replied);
    return kind ? [{ kind, id, name: reference, at: new Date(at), dueAt: new Date(dueAt), count: null }] : [];
  });

const sentOf = ({ sent }: Row): InboxItem[] => sent.map(({ id, name, state, at }) => ({ kind: state === 'open' ? 'sent' : 'decided', id, name, at: new Date(at), dueAt: null, count: null }));

const listingsOf = ({ due }: Row): InboxItem[] => (due ? [{ kind: 'listings', id: null, name: null, at: null, dueAt: null, count: due }] : []);
