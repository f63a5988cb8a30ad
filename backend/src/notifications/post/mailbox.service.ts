import { Injectable } from '@nestjs/common';
import { Config, Db, notFound, type Actor } from '../../platform/index.js';
import type { MailView } from './mailbox.dto.js';
import { Postman } from './postman.js';

/** Where the demo's mails can be read. */
@Injectable()
export class Mailbox {
  constructor(
    private readonly db: Db,
    private readonly config: Config,
    private readonly postman: Postman,
  ) {}

  async newest(actor: Actor): Promise<MailView[]> {
    if (!this.config.demo) throw notFound('mailbox');
    const letters = await this.db.statement<MailView & { kind: string }>(actor, `select id, kind, made_at as at, coalesce(recipient, 'the person of ' || (select i.reference from intake.inquiry i where i.id = inquiry_id)) as "to", subject, body as text, sent_at is not null as sent from notifications.mail order by made_at desc, id desc limit 100`);
    return letters.map(({ kind, ...letter }) => ({ ...letter, text: this.postman.textOf({ id: letter.id, kind, body: letter.text }) }));
  }
}
