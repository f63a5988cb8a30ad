import { Injectable } from '@nestjs/common';
import type { OpenInquiry } from '../intake/index.js';
import { Sealer, type Tx } from '../platform/index.js';
import type { Decision, OptionReason, OptionView } from './referral.dto.js';

/** Where the sealed values of this room live. */
export const SEALED = {
  offer: { table: 'referrals.offer', column: 'body' },
  option: { table: 'referrals.option', column: 'body' },
  why: { table: 'referrals.option', column: 'why' },
} as const;

/** A service as it was when it was offered. */
export interface SealedOption {
  name: string;
  organization: string;
  reasons: OptionReason[];
}

interface OptionRow {
  id: string;
  needId: string;
  serviceId: string;
  rank: number;
  body: Buffer;
  decision: Decision;
  version: number;
  why: Buffer | null;
  offeredAt: Date;
  byId: string;
  byName: string;
}

const OPTIONS = `
select o.id, o.need_id as "needId", o.service_id as "serviceId", o.rank, o.body, o.decision, o.version, o.why, f.offered_at as "offeredAt", a.id as "byId", a.name as "byName"
from referrals.option o join referrals.offer f on f.id = o.offer_id join people.account a on a.id = f.offered_by
where o.inquiry_id = $1 order by o.need_id, o.rank, o.id`;

/** Reads the options of one request and opens what is sealed. */
@Injectable()
export class OptionsReader {
  constructor(private readonly sealer: Sealer) {}

  async read(tx: Tx, { id, dataKey }: OpenInquiry): Promise<OptionView[]> {
    const rows = await tx.query<OptionRow>(OPTIONS, [id]);
    const key = rows.length ? this.sealer.openKey(dataKey, id) : Buffer.alloc(0);
    return rows.map((row) => this.view(row, key));
  }

  private view({ body, why, offeredAt, byId, byName, ...row }: OptionRow, key: Buffer): OptionView {
    return {
      ...row,
      ...this.sealer.open<SealedOption>(key, body, { ...SEALED.option, row: row.id }),
      why: why && this.sealer.open<string>(key, why, { ...SEALED.why, row: row.id }),
      offeredAt: offeredAt.toISOString(),
      offeredBy: { id: byId, name: byName },
    };
  }
}
