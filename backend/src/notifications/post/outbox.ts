import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Config, FIRST, Jobs, uuidv7, type Tx } from '../../platform/index.js';
import { Settings } from '../../settings/index.js';
import type { Written } from '../texts/shape.js';
import { letterLanguage, written, type MailKind } from '../texts/texts.js';
import { Postman } from './postman.js';

const SEND = 'mail.send';
/** Connections to the mail server at a time: twenty and more letters a second, and few enough for any server. */
const AT_A_TIME = 5;
/** Nobody waits for these at a screen, and a round of them is thousands: whatever else there is goes before them. */
const CAN_WAIT: readonly MailKind[] = ['agency-listing', 'agency-receipt', 'agency-heard', 'audit-head'];

/** What a letter says beyond its kind: lines that only the product writes, its reader's language, the desk's screen it leads to. */
export interface Saying {
  facts?: readonly string[];
  count?: number;
  language?: string;
  path?: string;
}

/** What a mail is about, and to whom it goes. */
interface Occasion extends Saying {
  cause: string;
  /** An address of work; or the person of a request, whose address stays sealed until the mail leaves. */
  to: { address: string } | { inquiryId: string };
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
    this.jobs.register<{ mailId: string }>({ name: SEND, retries: 12, together: AT_A_TIME, work: ({ mailId }) => this.postman.deliver(mailId) });
  }

  /** What such a letter says, word for word: the preview and the letter are made here, so that neither can say what the other does not. */
  async compose(kind: MailKind, saying: Saying): Promise<Written> {
    return written(kind, { desk: (await this.settings.desk()).name, base: this.config.baseUrl, ...saying });
  }

  /** One mail for a cause, however often it is asked for. Its id, or undefined when it was written before. */
  async add(tx: Tx, kind: MailKind, { cause, to, ...saying }: Occasion): Promise<string | undefined> {
    const id = uuidv7();
    const { subject, body } = await this.compose(kind, saying);
    const [recipient, inquiryId] = 'address' in to ? [to.address, null] : [null, to.inquiryId];
    const made = await tx.query(
      'insert into notifications.mail (id, kind, cause, recipient, inquiry_id, subject, body, language) values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing returning id',
      [id, kind, cause, recipient, inquiryId, subject, body, letterLanguage(saying.language ?? 'en')],
    );
    if (!made.length) return undefined;
    await this.jobs.send(tx, SEND, { mailId: id }, { key: id, priority: CAN_WAIT.includes(kind) ? 0 : FIRST });
    return id;
  }
}
