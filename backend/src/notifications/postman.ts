import { Injectable } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { Links } from '../people/index.js';
import { Config, Db, log, SYSTEM } from '../platform/index.js';
import { withLink } from './domain/templates.js';

interface Waiting {
  id: string;
  kind: string;
  recipient: string;
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
    private readonly links: Links,
  ) {}

  /** Sends one mail unless it was sent. At least once: a crash between the server's 250 and our mark repeats it with the same Message-ID. */
  async deliver(id: string): Promise<void> {
    const [mail] = await this.db.statement<Waiting>(SYSTEM, 'select id, kind, recipient, subject, body from notifications.mail where id = $1 and sent_at is null', [id]);
    if (!mail || !this.config.SMTP_URL) return;
    if (!isPlainAddress(mail.recipient)) throw new Error('The recipient is not a plain address');
    const messageId = `<${mail.id}@${new URL(this.config.baseUrl).hostname}>`;
    this.transport ??= createTransport(this.config.SMTP_URL, { connectionTimeout: 10_000, socketTimeout: 15_000 } as never);
    await this.transport.sendMail({ from: this.config.MAIL_FROM, to: { name: '', address: mail.recipient }, subject: mail.subject, text: this.textOf(mail), messageId, disableFileAccess: true, disableUrlAccess: true });
    await this.db.statement(SYSTEM, 'update notifications.mail set sent_at = now() where id = $1', [id]);
    log('mail.sent', { messageId });
  }

  /** The whole letter, with its one-time link where it has one. */
  textOf({ id, kind, body }: Pick<Waiting, 'id' | 'kind' | 'body'>): string {
    return withLink(kind, body, () => `${this.config.baseUrl}${this.links.pathForLetter(id)}`);
  }
}
