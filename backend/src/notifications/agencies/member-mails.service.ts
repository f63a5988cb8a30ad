import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Doors, Links, MemberKnocks, Members } from '../../partners/index.js';
import { Dispatcher, type StoredEvent, type Tx } from '../../platform/index.js';
import { Outbox } from '../post/outbox.js';

/** Whom a code goes to, and what it opens: an agency's link, or a door at which no agency is known. */
interface Asked {
  email: string;
  language: string;
  agencyId: string | null;
}

const OF_INVITATION = `
select m.email, m.language, l.agency_id as "agencyId" from partner.link l join partner.member m on m.id = l.about
where l.id = $1 and l.purpose = 'invitation' and l.revoked_at is null and m.accepted_at is null and m.ended_at is null`;

const MEMBER = `
select m.email, m.language, o.name as agency from partner.member m join directory.organization o on o.id = m.agency_id where m.id = $1 and m.ended_at is null`;
/** An agency's name as a line of a letter: it brings no hole and no line of its own. */
const lineOf = (agency: string): string => agency.replace(/[{}\s]+/g, ' ');

/** Mails to members of agencies: an invitation, a code, or what became of a passkey that somebody else may have to do with. Nobody is written to whose address is no member's. */
@Injectable()
export class MemberMails implements OnModuleInit {
  constructor(
    private readonly dispatcher: Dispatcher,
    private readonly outbox: Outbox,
    private readonly doors: Doors,
    private readonly links: Links,
    private readonly members: Members,
    private readonly knocks: MemberKnocks,
  ) {}

  onModuleInit(): void {
    this.dispatcher.on('member.invited', (tx, event) => this.onInvited(tx, event));
    this.dispatcher.on('member.code-asked', (tx, event) => this.onCodeAsked(tx, event));
    this.dispatcher.on('member.passkey-added', (tx, event) => this.onPasskey(tx, event, 'agency-passkey-added'));
    this.dispatcher.on('member.passkey-stopped', (tx, event) => this.onPasskey(tx, event, 'agency-passkey-stopped'));
  }

  private async onInvited(tx: Tx, { id, subject }: StoredEvent): Promise<void> {
    const invited = await this.members.invited(tx, subject);
    if (!invited) return;
    const { agencyId, agency, email, language, until } = invited;
    const letter = await this.outbox.add(tx, 'agency-invited', { cause: id, to: { address: email }, language, facts: [lineOf(agency)] });
    if (letter) await this.links.make(tx, letter, { agencyId, purpose: 'invitation', about: subject, expiresAt: until });
  }

  private async onCodeAsked(tx: Tx, { id, subject }: StoredEvent): Promise<void> {
    const to = (await this.atInvitation(tx, subject)) ?? (await this.atDoor(tx, subject));
    if (!to) return;
    const letter = await this.outbox.add(tx, 'agency-code', { cause: id, to: { address: to.email }, language: to.language });
    if (letter) await this.doors.makeCode(tx, letter, { id: subject, agencyId: to.agencyId });
  }

  private async onPasskey(tx: Tx, { id, subject }: StoredEvent, kind: 'agency-passkey-added' | 'agency-passkey-stopped'): Promise<void> {
    const [member] = await tx.query<{ email: string; language: string; agency: string }>(MEMBER, [subject]);
    if (member) await this.outbox.add(tx, kind, { cause: id, to: { address: member.email }, language: member.language, facts: [lineOf(member.agency)] });
  }

  private async atInvitation(tx: Tx, linkId: string): Promise<Asked | undefined> {
    return (await tx.query<Asked>(OF_INVITATION, [linkId]))[0];
  }

  private async atDoor(tx: Tx, doorId: string): Promise<Asked | undefined> {
    const reached = await this.knocks.reached(tx, doorId);
    return reached && { ...reached, agencyId: null };
  }
}
