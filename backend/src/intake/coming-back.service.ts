import { timingSafeEqual } from 'node:crypto';
import { isIPv6 } from 'node:net';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/index.js';
import { Tries } from '../people/index.js';
import { Db, PUBLIC, Sealer, tooMany, type Actor } from '../platform/index.js';
import { normalCode, normalReference } from './domain/reference.js';
import { Inquiries } from './inquiries.service.js';
import type { NeedView } from './inquiry.dto.js';

/** Where a request stands, for its own person. Nothing of it names anybody. */
export interface FollowedInquiry {
  id: string;
  reference: string;
  status: 'new' | 'claimed' | 'closed';
  safety: string;
  /** The person in need is under 18. */
  young: boolean;
  openedAt: Date;
  /** When somebody at the desk took it to read. */
  readAt: Date | null;
  followUpOk: boolean;
  needs: NeedView[];
}

const FIND = `select id, code_hash as "codeHash" from intake.inquiry where reference = $1 and data_key is not null and erase_after is null`;
const NOBODYS = Buffer.alloc(32);

/** A household or a provider's customer has a whole /64 of IPv6: its first four groups count as one address. */
const networkOf = (address: string): string => (isIPv6(address) && !address.startsWith('::') ? address.split(':').slice(0, 4).join(':') : address);

/** Whoever holds a request's number and words comes back to it, without an account. */
@Injectable()
export class ComingBack {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly tries: Tries,
    private readonly sealer: Sealer,
    private readonly inquiries: Inquiries,
  ) {}

  /**
   * The request's id, or undefined for wrong words, an unknown number and an erased request: the same work, told apart by nobody.
   * Throws 429 from the sixth try in 15 minutes for the number or the address; tries are counted before anything is compared.
   */
  async enter(typed: { reference: string; code: string }, address: string): Promise<string | undefined> {
    const reference = normalReference(typed.reference);
    const network = networkOf(address);
    await this.count('follow-address', network);
    await this.count('follow-number', reference);
    const given = this.sealer.keyed('code', reference, normalCode(typed.code));
    const [row] = await this.db.statement<{ id: string; codeHash: Buffer }>(PUBLIC, FIND, [reference]);
    const fits = timingSafeEqual(given, row?.codeHash ?? NOBODYS);
    if (!row || !fits) return undefined;
    await this.tries.forget('follow-number', reference);
    await this.tries.giveBack('follow-address', network);
    return row.id;
  }

  private async count(purpose: string, name: string): Promise<void> {
    const wait = await this.tries.count(purpose, name);
    if (wait) throw tooMany(wait);
  }

  /** Where things stand (audited). Throws 404 for a request that is not the actor's, or was erased. */
  async read(actor: Actor, id: string): Promise<FollowedInquiry> {
    return this.db.as(actor, async (tx) => {
      const row = await this.inquiries.visible(tx, actor, 'person.follow', id);
      await this.audit.record(tx, actor, { act: 'person.follow', object: 'inquiry', objectId: id, fields: ['status'] });
      const { reference, safety, minor: young, openedAt, firstReadAt: readAt, followUpOk } = row;
      const status = row.mergedInto ? (await this.inquiries.carriedBy(tx, row.mergedInto)).status : row.status; // the desk's own order of its work is nobody else's
      return { id, reference, status, safety, young, openedAt, readAt, followUpOk, needs: await this.inquiries.needs(tx, id) };
    });
  }
}
