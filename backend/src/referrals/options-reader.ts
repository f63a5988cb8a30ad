import { Injectable } from '@nestjs/common';
import type { OpenInquiry } from '../intake/index.js';
import { DESK_LANGUAGE } from '../matching/index.js';
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
  /** As the specialist read them, in English. */
  reasons: OptionReason[];
  /** The same in the language of the request, where there were texts in it. */
  told?: { language: string; reasons: OptionReason[] };
}

/** An option as its person reads it. */
export interface ToldOption extends OptionView {
  /** What its reasons are written in, ISO 639. */
  language: string;
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

  async read(tx: Tx, inquiry: OpenInquiry): Promise<OptionView[]> {
    return (await this.opened(tx, inquiry)).map(({ view }) => view);
  }

  /** With the reasons in `language` where they were sealed in it, else in English. */
  async told(tx: Tx, inquiry: OpenInquiry, language: string): Promise<ToldOption[]> {
    return (await this.opened(tx, inquiry)).map(({ view, told }) => ({ ...view, ...(told?.language === language ? told : { language: DESK_LANGUAGE }) }));
  }

  private async opened(tx: Tx, { id, dataKey }: OpenInquiry): Promise<{ view: OptionView; told: SealedOption['told'] }[]> {
    const rows = await tx.query<OptionRow>(OPTIONS, [id]);
    const key = rows.length ? this.sealer.openKey(dataKey, id) : Buffer.alloc(0);
    return rows.map((row) => this.open(row, key));
  }

  private open({ body, why, offeredAt, byId, byName, ...row }: OptionRow, key: Buffer): { view: OptionView; told: SealedOption['told'] } {
    const { told, ...said } = this.sealer.open<SealedOption>(key, body, { ...SEALED.option, row: row.id });
    const view = {
      ...row,
      ...said,
      why: why && this.sealer.open<string>(key, why, { ...SEALED.why, row: row.id }),
      offeredAt: offeredAt.toISOString(),
      offeredBy: { id: byId, name: byName },
    };
    return { view, told };
  }
}
