import { Injectable } from '@nestjs/common';
import { Config, Db, notFound, type Actor } from '../platform/index.js';
import type { MailView } from './mailbox.dto.js';

/** Where the demo's mails can be read. */
@Injectable()
export class Mailbox {
  constructor(
    private readonly db: Db,
    private readonly config: Config,
  ) {}

  newest(actor: Actor): Promise<MailView[]> {
    if (!this.config.demo) throw notFound('mailbox');
    return this.db.statement<MailView>(actor, `select id, made_at as at, recipient as "to", subject, body as text, sent_at is not null as sent from notifications.mail order by made_at desc, id desc limit 100`);
  }
}
