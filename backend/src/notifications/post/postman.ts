import { Injectable } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { Config, Db, Events, log, SYSTEM } from '../../platform/index.js';
import { PersonAddress } from '../person/person-address.js';
import { Secrets } from './secrets.js';

interface Waiting {
  id: string;
  kind: string;
  recipient: string | null;
  inquiryId: string | null;
  subject: string;
  body: string;
}

/** Whether `address` is one plain mailbox: checked before any library sees it (header tricks, quoted parts, lists). */
export const isPlainAddress = (address: string): boolean => address.length <= 254 && /^[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/.test(address);

/** Hands mails to the SMTP server. Without one they stay in the table: the demo's mailbox. */
@Injectable()
export class Postman {
  private transport: Transporter | undefined;

  constructor(
    private readonly db: Db,
    private readonly config: Config,
    private readonly secrets: Secrets,
    private readonly people: PersonAddress,
    private readonly events: Events,
  ) {}

  /** Sends one mail unless it was sent. At least once: a crash between the server's 250 and our mark repeats it with the same Message-ID. */
  async deliver(id: string): Promise<void> {
    const [mail] = await this.db.statement<Waiting>(SYSTEM, 'select id, kind, recipient, inquiry_id as "inquiryId", subject, body from notifications.mail where id = $1 and sent_at is null', [id]);
    if (!mail || !this.config.SMTP_URL) return;
    const address = mail.inquiryId ? await this.people.allowed(mail.inquiryId) : mail.recipient;
    if (!address) return; // the person's plan no longer allows it, or the request is gone
    if (!isPlainAddress(address)) throw new Error('The recipient is not a plain address');
    await this.hand(mail, address);
  }

  /** What a server refuses for good is not tried again: the listener of `mail.refused` sees to who should know. */
  private async hand(mail: Waiting, address: string): Promise<void> {
    const messageId = `<${mail.id}@${new URL(this.config.baseUrl).hostname}>`;
    this.transport ??= createTransport(this.config.SMTP_URL, { connectionTimeout: 10_000, socketTimeout: 15_000 } as never);
    const from = mail.inquiryId ? bare(this.config.MAIL_FROM) : this.config.MAIL_FROM;
    try {
      await this.transport.sendMail({ from, to: { name: '', address }, subject: mail.subject, text: this.textOf(mail), messageId, disableFileAccess: true, disableUrlAccess: true });
    } catch (error) {
      if (!isRefused(error)) throw error;
      await this.db.as(SYSTEM, (tx) => this.events.record(tx, { type: 'mail.refused', subject: mail.id, body: { kind: mail.kind } }));
      return log('mail.refused', { messageId });
    }
    await this.db.statement(SYSTEM, 'update notifications.mail set sent_at = now() where id = $1', [mail.id]);
    log('mail.sent', { messageId });
  }

  /** The whole letter, with its link or code where it has one. */
  textOf(mail: Pick<Waiting, 'id' | 'kind' | 'body'>): string {
    return this.secrets.fill(mail);
  }
}

/** RFC 5321, 4.2.1: 5yz is for good, 4yz may pass. What a server says to the recipient's name is about the address, and nothing else. */
function isRefused(error: unknown): boolean {
  const { command, responseCode = 0 } = error as { command?: string; responseCode?: number };
  return command === 'RCPT TO' && responseCode >= 500;
}

/** A sender without its name: a person's mailbox does not say which desk wrote. */
const bare = (from: string): string => /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from;
