import { Injectable } from '@nestjs/common';
import { Db, SYSTEM, type Tx } from '../platform/index.js';
import type { Fingerprint } from './fingerprint.entity.js';

const REMEMBER = `
insert into directory.fingerprint (service_id, source, value, origins, findings, rows, told_before, told_here, told_nowhere)
select r."serviceId", $1, decode(r.value, 'base64'), decode(r.origins, 'base64'), r.findings, decode(r.rows, 'base64'), decode(r."toldBefore", 'base64'), decode(r."toldHere", 'base64'), decode(r."toldNowhere", 'base64')
from jsonb_to_recordset($2::jsonb) as r("serviceId" uuid, value text, origins text, findings jsonb, rows text, "toldBefore" text, "toldHere" text, "toldNowhere" text)
on conflict (service_id) do update set source = excluded.source, value = excluded.value, origins = excluded.origins, findings = excluded.findings, rows = excluded.rows,
  told_before = excluded.told_before, told_here = excluded.told_here, told_nowhere = excluded.told_nowhere`;

const FORGET = 'delete from directory.fingerprint where service_id = any($1::uuid[])';

/** What the vocabulary and the table of places were: an import reads by them. */
const READ_BY = `
select (select md5(string_agg(x.code || '/' || x.name || '/' || t.code || '/' || t.id, ' ' order by t.id)) from directory.taxonomy_term t join directory.taxonomy x on x.id = t.taxonomy_id) as terms,
  (select form from directory.import_run where source = 'zip-table' and finished_at is not null order by started_at desc limit 1) as places`;

/** A service whose fields were given here is compared each time: its source may be in conflict with them. */
const STANDING = `
select service_id as "serviceId", value, origins, findings, rows, told_before as "toldBefore", told_here as "toldHere", told_nowhere as "toldNowhere"
from directory.fingerprint f where source = $1 and service_id = any($2::uuid[]) and not exists (select from directory.publishing p where p.service_id = f.service_id)`;

export type FingerprintOf = Omit<Fingerprint, 'source'>;

/** What a batch is to leave: fingerprints, and services of which none can be kept. */
export interface Said {
  prints: readonly FingerprintOf[];
  unsaid: readonly string[];
}

/** What sources said the last time, kept so that saying the same again costs no comparison. */
@Injectable()
export class Fingerprints {
  constructor(private readonly db: Db) {}

  /** Names the vocabulary and the places by which sources are read today. */
  async readBy(): Promise<string> {
    return JSON.stringify(await this.db.statement(SYSTEM, READ_BY));
  }

  /** Those of a source's services that nobody else touched since, by the service's id. */
  async of(source: string, ids: readonly string[]): Promise<Map<string, FingerprintOf>> {
    const rows = await this.db.statement<FingerprintOf>(SYSTEM, STANDING, [source, ids]);
    return new Map(rows.map((row) => [row.serviceId, row]));
  }

  /** Within a batch: says whose import this is, so that its own rows make nothing void. */
  begin(tx: Tx, source: string): Promise<unknown> {
    return tx.query(`select set_config('app.importing', $1, true)`, [source]);
  }

  /** Within the same batch, what its services said; those of which nothing can be kept lose what was. */
  async keep(tx: Tx, source: string, { prints, unsaid }: Said): Promise<void> {
    if (unsaid.length) await tx.query(FORGET, [unsaid]);
    if (prints.length) await tx.prepared(REMEMBER, [source, JSON.stringify(prints.map(written))]);
  }
}

const written = (one: FingerprintOf): object => Object.fromEntries(Object.entries(one).map(([name, value]) => [name, Buffer.isBuffer(value) ? value.toString('base64') : value]));
