import { Injectable } from '@nestjs/common';
import { Inquiries, Shareable } from '../intake/index.js';
import { Db, SYSTEM, type Tx } from '../platform/index.js';
import { mayMail } from './domain/safe-contact.js';

/** What may be sent to a person, read from their own plan each time. The one place where the plan becomes an address. */
@Injectable()
export class PersonAddress {
  constructor(
    private readonly db: Db,
    private readonly inquiries: Inquiries,
    private readonly shareable: Shareable,
  ) {}

  /** The address a neutral mail may go to; undefined when the plan allows none, or the request was erased. */
  allowed(inquiryId: string): Promise<string | undefined> {
    return this.db.as(SYSTEM, async (tx) => (await this.plan(tx, inquiryId))?.address);
  }

  /** With the caller's transaction. Undefined for a request that was erased or closed. */
  async plan(tx: Tx, inquiryId: string): Promise<{ address: string | undefined; language: string; channel: string } | undefined> {
    const row = await this.inquiries.findOpen(tx, inquiryId);
    if (!row || row.status === 'closed') return undefined;
    const { safe, identity } = this.shareable.open(row);
    return { address: mayMail(safe, identity.email), language: row.language, channel: row.channel };
  }
}
