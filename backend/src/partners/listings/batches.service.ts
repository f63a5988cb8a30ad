import { Injectable } from '@nestjs/common';
import { Journal } from '../../audit/index.js';
import { conflict, notFound, uuidv7, type Actor, type Tx } from '../../platform/index.js';
import { changedFields, type Changes } from '../domain/changes.js';
import { ListingKeeping } from './keeping.service.js';

/** A row of a sheet that can be sent. */
export interface SheetRow {
  /** As the spreadsheet counts, the columns' names being row 1. */
  row: number;
  serviceId: string;
  name: string;
  changes: Changes;
}

/** A cell that cannot be read; `fault` is a text's key. */
export interface SheetFault {
  row: number;
  column: string;
  fault: string;
  /** Hours of a day that are asked about, times as `18:30`. */
  asked?: readonly { opens: string; closes: string }[];
  /** A word that nobody knows, and the code of the term whose name comes nearest. */
  word?: string;
  near?: string;
}

export interface KeptBatch {
  id: string;
  rows: SheetRow[];
  faults: SheetFault[];
  state: 'read' | 'sent' | 'undone';
  /** Of the sent ones: how many a steward has not decided on. */
  open: number;
  decided: number;
}

const READ = `
select b.id, b.rows, b.faults, b.state, count(p.id) filter (where p.state = 'open')::int as open, count(p.id) filter (where p.decided_at is not null)::int as decided
from partner.batch b left join partner.proposal p on p.batch_id = b.id where b.id = $1 group by b.id`;
const TURN = `update partner.batch set state = $3 where id = $1 and state = $2 returning id`;
const PROPOSE = `insert into partner.proposal (id, agency_id, service_id, changes, batch_id) values ($1, $2, $3, $4, $5) on conflict do nothing returning id`;
const WITHDRAW = `update partner.proposal set state = 'withdrawn' where batch_id = $1 and state = 'open' returning id`;

/** Sheets of an agency: read first, sent when it says so, taken back while nobody has decided. On the partner's database role. */
@Injectable()
export class Batches {
  constructor(
    private readonly keeping: ListingKeeping,
    private readonly journal: Journal,
  ) {}

  /** Keeps what was read of a sheet; nothing is sent. Its id. */
  async keep(actor: Actor, rows: readonly SheetRow[], faults: readonly SheetFault[]): Promise<string> {
    const id = uuidv7();
    await this.keeping.as(actor, (tx) => tx.query('insert into partner.batch (id, agency_id, rows, faults) values ($1, $2, $3, $4)', [id, actor.agencyId, JSON.stringify(rows), JSON.stringify(faults)]));
    return id;
  }

  /** Throws 404 for another agency's. */
  async one(actor: Actor, id: string): Promise<KeptBatch> {
    return this.keeping.as(actor, (tx) => this.read(tx, id));
  }

  private async read(tx: Tx, id: string): Promise<KeptBatch> {
    const [batch] = await tx.query<KeptBatch>(READ, [id]);
    if (!batch) throw notFound('link');
    return batch;
  }

  /** Each good row becomes a proposal, all of one batch; a listing for which a change waits by now is left out. Throws 404, 409 when it was sent before. */
  async send(actor: Actor, id: string): Promise<void> {
    await this.keeping.as(actor, async (tx) => {
      const { rows } = await this.read(tx, id);
      await this.turn(tx, id, 'read', 'sent');
      for (const { serviceId, changes } of rows) {
        const [made] = await tx.query<{ id: string }>(PROPOSE, [uuidv7(), actor.agencyId, serviceId, JSON.stringify(changes), id]);
        if (made) await this.journal.record(tx, actor, { type: 'agency.proposed', subject: made.id, body: { agencyId: actor.agencyId, serviceId } }, { act: 'listing.propose', object: 'service', objectId: serviceId, fields: changedFields(changes) });
      }
    });
    this.journal.nudge();
  }

  /** Takes back what nobody decided yet. Throws 404, 409 when it was not sent or is taken back. */
  async undo(actor: Actor, id: string): Promise<void> {
    await this.keeping.as(actor, async (tx) => {
      await this.read(tx, id);
      await this.turn(tx, id, 'sent', 'undone');
      for (const { id: proposal } of await tx.query<{ id: string }>(WITHDRAW, [id])) await this.journal.record(tx, actor, { type: 'agency.withdrew', subject: proposal, body: { agencyId: actor.agencyId } }, { act: 'listing.propose', object: 'proposal', objectId: proposal, fields: ['withdrawn'] });
    });
  }

  private async turn(tx: Tx, id: string, from: KeptBatch['state'], to: KeptBatch['state']): Promise<void> {
    if (!(await tx.query(TURN, [id, from, to])).length) throw conflict('batch.done', 'This sheet was sent or taken back already.');
  }
}
