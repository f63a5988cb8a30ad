import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Config, Jobs, uuidv7, type Tx } from '../platform/index.js';
import { Settings } from '../settings/index.js';
import { written, type MailKind } from './domain/templates.js';
import { Postman } from './postman.js';

const SEND = 'mail.send';

/** What a mail is about, to whom it goes, and lines that only the product writes. */
interface Occasion {
  cause: string;
  /** An address of work; or the person of a request, whose address stays sealed until the mail leaves. */
  to: { address: string } | { inquiryId: string };
  facts?: readonly string[];
  language?: string;
  /** Of the desk's screen that the mail leads to. */
  path?: string;
}

/** Mails are rows first: made in the transaction of what causes them, sent by a job that rides along. */
@Injectable()
export class Outbox implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly settings: Settings,
    private readonly postman: Postman,
    private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.jobs.register<{ mailId: string }>({ name: SEND, retries: 12, work: ({ mailId }) => this.postman.deliver(mailId) });
  }

  /** One mail for a cause, however often it is asked for. Its id, or undefined when it was written before. */
  async add(tx: Tx, kind: MailKind, { cause, to, facts = [], language = 'en', path = '' }: Occasion): Promise<string | undefined> {
    const id = uuidv7();
    const { subject, body } = written(kind, { desk: (await this.settings.desk()).name, base: this.config.baseUrl, facts, language, path });
    const [recipient, inquiryId] = 'address' in to ? [to.address, null] : [null, to.inquiryId];
    const made = await tx.query(
      'insert into notifications.mail (id, kind, cause, recipient, inquiry_id, subject, body) values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning id',
      [id, kind, cause, recipient, inquiryId, subject, body],
    );
    if (!made.length) return undefined;
    await this.jobs.send(tx, SEND, { mailId: id }, id);
    return id;
  }
}
