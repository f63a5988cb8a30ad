import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Agencies } from '../../directory/index.js';
import { Doors, Links, LISTING_LINK_MONTHS, REFERRAL_LINK_DAYS, type LinkPurpose } from '../../partners/index.js';
import { Dispatcher, type StoredEvent, type Tx } from '../../platform/index.js';
import { AgencyWording, type Decided } from './agency-wording.js';
import { Outbox } from '../post/outbox.js';

interface Shared {
  id: string;
  agencyId: string;
  answerBy: Date;
}
interface Known {
  agencyId: string;
  purpose: LinkPurpose;
  disclosureId: string | null;
  answerBy: Date | null;
}
const DAY = 86_400_000;
const WITHOUT_LINK = `
select d.id, d.agency_id as "agencyId", d.answer_by as "answerBy" from partner.disclosure d join referrals.referral r on r.id = d.referral_id
where d.agency_id = $1 and d.withdrawn_at is null and r.way = 'link' and r.ended_at is null and not exists (select from partner.link l where l.disclosure_id = d.id and l.revoked_at is null) order by d.id`;
const DECIDED = `select p.agency_id as "agencyId", s.name as service, p.decisions from partner.proposal p join directory.service s on s.id = p.service_id where p.id = $1 and p.decided_at is not null`;

/** Mails to agencies: each holds one link or one code, and names nobody. */
@Injectable()
export class AgencyMails implements OnModuleInit {
  constructor(
    private readonly dispatcher: Dispatcher,
    private readonly outbox: Outbox,
    private readonly links: Links,
    private readonly doors: Doors,
    private readonly agencies: Agencies,
    private readonly wording: AgencyWording,
  ) {}

  onModuleInit(): void {
    this.dispatcher.on('referral.made', (tx, event) => this.onReferral(tx, event));
    this.dispatcher.on('referral.replied', (tx, event) => this.onReplied(tx, event));
    this.dispatcher.on('agency.link-asked', (tx, event) => this.onLinkAsked(tx, event));
    this.dispatcher.on('agency.changed', (tx, event) => this.onChanged(tx, event));
    this.dispatcher.on('agency.code-asked', (tx, event) => this.onCodeAsked(tx, event));
    this.dispatcher.on('agency.listing-asked', (tx, { id, subject, body }) => this.listing(tx, id, subject, Number(body['mail'] ?? 1)));
    this.dispatcher.on('agency.not-us', (tx, { id, subject }) => this.listing(tx, id, subject)); // the old links ended with it
    this.dispatcher.on('sheet.accepted', (tx, event) => this.onSheet(tx, event));
    this.dispatcher.on('proposal.decided', (tx, event) => this.onDecided(tx, event));
  }

  private async onReferral(tx: Tx, { body }: StoredEvent): Promise<void> {
    if (body['way'] !== 'link') return;
    const shared = await this.shared(tx, body);
    if (shared) await this.referral(tx, String(body['referralId']), shared);
  }

  /** There is an answer to their question: behind a new link, for the old one is in an older mail. */
  private async onReplied(tx: Tx, { id, body }: StoredEvent): Promise<void> {
    const shared = await this.shared(tx, body);
    if (shared) await this.referral(tx, id, shared, 'agency-replied');
  }

  private async shared(tx: Tx, body: StoredEvent['body']): Promise<Shared | undefined> {
    const [shared] = await tx.query<Shared>('select id, agency_id as "agencyId", answer_by as "answerBy" from partner.disclosure where referral_id = $1 and withdrawn_at is null', [body['referralId']]);
    return shared;
  }

  private async referral(tx: Tx, cause: string, { id, agencyId, answerBy }: Shared, kind: 'agency-referral' | 'agency-replied' = 'agency-referral'): Promise<void> {
    const { email, language } = await this.agencies.of(tx, agencyId);
    if (!email) return;
    const letter = await this.outbox.add(tx, kind, { cause, to: { address: email }, ...(await this.wording.referral(answerBy, language)) });
    if (letter) await this.links.make(tx, letter, { agencyId, purpose: 'referral', disclosureId: id, expiresAt: new Date(answerBy.getTime() + REFERRAL_LINK_DAYS * DAY) });
  }

  /** The old link stays as it is; the new one goes to the address on file, whoever asked. */
  private async onLinkAsked(tx: Tx, { id, subject }: StoredEvent): Promise<void> {
    const [known] = await tx.query<Known>(
      `select l.agency_id as "agencyId", l.purpose, l.disclosure_id as "disclosureId", d.answer_by as "answerBy" from partner.link l left join partner.disclosure d on d.id = l.disclosure_id
       where l.id = $1 and l.revoked_at is null and d.withdrawn_at is null`,
      [subject],
    );
    if (!known) return;
    if (known.purpose !== 'referral') return this.listing(tx, id, known.agencyId);
    const from = Math.max(known.answerBy?.getTime() ?? 0, this.wording.now());
    if (known.disclosureId) await this.referral(tx, id, { id: known.disclosureId, agencyId: known.agencyId, answerBy: new Date(from) });
  }

  /** A new address after the old one was taken off: what goes on and has no link any more is mailed there. */
  private async onChanged(tx: Tx, { id, subject }: StoredEvent): Promise<void> {
    for (const shared of await tx.query<Shared>(WITHOUT_LINK, [subject])) await this.referral(tx, `${id} ${shared.id}`, { ...shared, answerBy: new Date(Math.max(shared.answerBy.getTime(), this.wording.now())) });
  }

  private async listing(tx: Tx, cause: string, agencyId: string, mail = 1): Promise<void> {
    const { email, services, language } = await this.agencies.of(tx, agencyId);
    if (!email) return;
    const letter = await this.outbox.add(tx, 'agency-listing', { cause, to: { address: email }, ...this.wording.listings(services, language, mail) });
    if (letter) await this.links.make(tx, letter, { agencyId, purpose: 'listing', expiresAt: this.wording.monthsOn(LISTING_LINK_MONTHS) });
  }

  private async onCodeAsked(tx: Tx, { id, subject, body }: StoredEvent): Promise<void> {
    const agencyId = String(body['agencyId']);
    const { email, language } = await this.agencies.of(tx, agencyId);
    if (!email) return;
    const letter = await this.outbox.add(tx, 'agency-code', { cause: id, to: { address: email }, language });
    if (letter) await this.doors.makeCode(tx, letter, { id: subject, agencyId });
  }

  /** How much of a sheet was taken over. */
  private async onSheet(tx: Tx, { id, subject, body }: StoredEvent): Promise<void> {
    const [sheet] = await tx.query<{ agencyId: string }>('select agency_id as "agencyId" from partner.batch where id = $1', [subject]);
    if (!sheet || !body['done']) return;
    const { email, language } = await this.agencies.of(tx, sheet.agencyId);
    if (email) await this.outbox.add(tx, 'agency-heard', { cause: id, to: { address: email }, ...this.wording.sheet(Number(body['done']), language) });
  }

  /** What became of the changes an agency sent, and why not. */
  private async onDecided(tx: Tx, { id, subject, body }: StoredEvent): Promise<void> {
    if (body['batchId'] && body['state'] === 'published') return; // a sheet is told as one
    const [decided] = await tx.query<Decided & { agencyId: string }>(DECIDED, [subject]);
    if (!decided) return;
    const { email, language } = await this.agencies.of(tx, decided.agencyId);
    if (email) await this.outbox.add(tx, 'agency-heard', { cause: id, to: { address: email }, ...this.wording.heard(decided, language) });
  }
}
