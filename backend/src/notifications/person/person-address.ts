import { Injectable } from '@nestjs/common';
import { Inquiries, Shareable } from '../../intake/index.js';
import { Db, SYSTEM, type Tx } from '../../platform/index.js';
import { tellingOf, type Telling } from '../domain/safe-contact.js';

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
    return this.db.as(SYSTEM, async (tx) => {
      const telling = (await this.plan(tx, inquiryId))?.telling;
      return telling?.way === 'mail' ? telling.address : undefined;
    });
  }

  /** With the caller's transaction. Undefined for a request that was erased or closed. */
  async plan(tx: Tx, inquiryId: string): Promise<{ telling: Telling; language: string } | undefined> {
    const row = await this.inquiries.findOpen(tx, inquiryId);
    if (!row || row.status === 'closed') return undefined;
    const { safe, identity } = this.shareable.open(row);
    return { telling: tellingOf(safe, identity.email), language: row.language };
  }
}
