import { Injectable } from '@nestjs/common';
import { Journal } from '../audit/index.js';
import { Clock, conflict, Db, invalid, notFound, stale, SYSTEM, type Actor, type Tx } from '../platform/index.js';
import { stableId } from './domain/stable-id.js';
import { Verification } from './verification/verification.service.js';
import type { AgencyPage, AgencyView, ChangeAgency, ReadAgencies } from './agency.dto.js';

const COLUMNS = `
select o.id, o.name, a.email, a.contact_name as "contactName", a.phone, coalesce(a.answer_days, 2) as "answerDays", coalesce(a.language, 'en') as language, coalesce(a.reminders, true) as reminders, coalesce(a.version, 0) as version, a.bounced_at as "bouncedAt",
  (select count(*)::int from directory.service s where s.organization_id = o.id and s.status = 'active') as services,
  (select max(e.at) from platform.event e where e.subject = o.id and e.type = 'agency.listing-asked') as "listingAskedAt",
  case when a.email is null then (select max(e.at) from platform.event e where e.subject = o.id and e.type = 'agency.not-me') end as "leftAt"
from directory.organization o left join directory.agency a on a.organization_id = o.id`;
const PAGE = `${COLUMNS} where ($1::text is null or o.name ilike '%' || $1 || '%') and (not $2::boolean or a.organization_id is not null) and ($3::text is null or (o.name, o.id) > ($3, $4::uuid)) order by o.name, o.id limit 50`;
const CHANGE = `
insert into directory.agency as a (organization_id, email, contact_name, phone, answer_days, language, changed_by)
select o.id, $2, $3, $4, $5, $8, $6 from directory.organization o where o.id = $1 and ($7::int = 0 or exists (select from directory.agency known where known.organization_id = o.id))
on conflict (organization_id) do update set email = excluded.email, contact_name = excluded.contact_name, phone = excluded.phone, answer_days = excluded.answer_days, language = excluded.language,
  bounced_at = case when a.email is not distinct from excluded.email then a.bounced_at end,
  changed_by = excluded.changed_by, changed_at = now(), version = a.version + 1 where a.version = $7
returning version`;

const DAY = 86_400_000;

const OWN_ACTIVE = `select id from directory.service where organization_id = $1 and status = 'active' order by id`;
type Moment = 'listingAskedAt' | 'leftAt' | 'bouncedAt';
type Row = Omit<AgencyView, Moment> & Record<Moment, Date | null>;
const iso = (at: Date | null): string | null => at?.toISOString() ?? null;
const viewOf = ({ listingAskedAt, leftAt, bouncedAt, ...row }: Row): AgencyView => ({ ...row, listingAskedAt: iso(listingAskedAt), leftAt: iso(leftAt), bouncedAt: iso(bouncedAt) });

/** Which organizations answer for their listings and for referrals: where they are asked, and within how many days they answer. */
@Injectable()
export class Agencies {
  constructor(
    private readonly db: Db,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly verification: Verification,
  ) {}

  /** By name, 50 a page; with `reachable` only those that have an address. */
  async page(actor: Actor, { search, reachable, after }: ReadAgencies): Promise<AgencyPage> {
    const [name, id] = after ? [after.slice(37), after.slice(0, 36)] : [null, null];
    const rows = await this.db.statement<Row>(actor, PAGE, [search?.trim().replace(/[\\%_]/g, '\\$&') || null, reachable ?? false, name, id]);
    const last = rows.at(-1);
    return { items: rows.map(viewOf), next: rows.length === 50 && last ? `${last.id} ${last.name}` : null };
  }

  /** `version` 0 for one that had no address yet. Throws 404, 412 when somebody changed it meanwhile, 422 without any address. */
  async change(actor: Actor, id: string, version: number, change: ChangeAgency): Promise<AgencyView> {
    const { email, contactName, phone, answerDays, language } = change;
    if (!email && !phone) throw invalid([{ field: 'email', code: 'agency.unreachable', detail: 'Write an e-mail address or a phone number' }]);
    const view = await this.db.as(actor, async (tx) => {
      await this.of(tx, id);
      const done = await tx.query(CHANGE, [id, email?.toLowerCase() ?? null, contactName?.trim() || null, phone ?? null, answerDays, actor.id, version, language]);
      if (!done.length) throw stale('agency');
      await this.journal.record(tx, actor, { type: 'agency.changed', subject: id }, { act: 'agency.change', object: 'agency', objectId: id, fields: Object.keys(change) });
      return this.of(tx, id);
    });
    this.journal.nudge();
    return view;
  }

  /** Mails the agency a link to its listings. Throws 404, 409 without an e-mail address or when it was asked within a day. */
  async askListing(actor: Actor, id: string): Promise<AgencyView> {
    const view = await this.db.as(actor, async (tx) => {
      await tx.query('select 1 from directory.agency where organization_id = $1 for update', [id]); // two presses at once: the second sees the first
      const { email, bouncedAt } = await this.of(tx, id);
      if (bouncedAt) throw conflict('agency.bounced', 'A mail to this address came back. Ask for the right one, or call.');
      if (!email) throw conflict('agency.no-address', 'This agency has no e-mail address. Write one first, or call.');
      if (await this.askedToday(tx, id)) throw conflict('agency.asked-today', 'This agency was asked within the last day. Ask again tomorrow, or call.');
      await this.ask(tx, actor, id);
      return this.of(tx, id);
    });
    this.journal.nudge();
    return view;
  }

  /** The yearly round: as `askListing`, inside the caller's transaction; whoever was asked within a day is not asked again. `mail`: 1, or 2 and 3 for its reminders. */
  async remind(tx: Tx, id: string, mail: number): Promise<void> {
    await tx.query('select 1 from directory.agency where organization_id = $1 for update', [id]);
    if (!(await this.askedToday(tx, id))) await this.ask(tx, SYSTEM, id, mail);
  }

  /** Whether reminders are mailed; the yearly question stays. */
  async wantReminders(tx: Tx, id: string, wanted: boolean): Promise<void> {
    await tx.query('update directory.agency set reminders = $2 where organization_id = $1', [id, wanted]);
  }

  private async ask(tx: Tx, actor: Actor, id: string, mail = 1): Promise<void> {
    await this.journal.record(tx, actor, { type: 'agency.listing-asked', subject: id, body: { mail } }, { act: 'agency.change', object: 'agency', objectId: id, fields: ['listing-asked'] });
  }

  private async askedToday(tx: Tx, id: string): Promise<boolean> {
    return (await tx.query(`select 1 from platform.event where subject = $1 and type = 'agency.listing-asked' and at > $2`, [id, new Date(this.clock.now().getTime() - DAY)])).length > 0;
  }

  /** One agency, inside the caller's transaction. Throws 404. */
  async of(tx: Tx, id: string): Promise<AgencyView> {
    const [row] = await tx.query<Row>(`${COLUMNS} where o.id = $1`, [id]);
    if (!row) throw notFound('agency');
    return viewOf(row);
  }

  /** A mail to this address came back: nobody is mailed there again, and who sends people to its listings should not rely on them until somebody called. Answers whose address it was. */
  async bounced(tx: Tx, email: string, cause: string): Promise<string[]> {
    const agencies = await tx.query<{ id: string }>('update directory.agency set bounced_at = $2 where email = $1 and bounced_at is null returning organization_id as id', [email, this.clock.now()]);
    for (const agency of agencies) for (const { id } of await tx.query<{ id: string }>(OWN_ACTIVE, [agency.id])) await this.verification.wrong(tx, stableId(cause, 'field_check', id), { serviceId: id, field: 'whole', method: 'mail' });
    return agencies.map(({ id }) => id);
  }

  /** "Not me": the address is taken away, so that nobody is asked there again. */
  async forgetAddress(tx: Tx, id: string): Promise<void> {
    await tx.query(`update directory.agency set email = null, contact_name = null, version = version + 1, changed_at = now(), changed_by = null where organization_id = $1 and phone is not null`, [id]);
    await tx.query(`delete from directory.agency where organization_id = $1 and phone is null`, [id]);
  }
}
