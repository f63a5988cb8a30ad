import { Injectable } from '@nestjs/common';
import { Db, type Actor, type Tx } from '../platform/index.js';
import { BatchMeeting, Foresight } from './batch-meeting.js';
import { Fingerprints, type Said } from './fingerprints.service.js';
import type { ImportFrom } from './history.js';
import { recordingImport } from './import-history.js';
import type { BatchOutcome, DirectoryBatch } from './rows.js';

const GROWING = ['organization', 'service', 'location', 'service_at_location', 'address', 'phone', 'schedule', 'language', 'accessibility', 'service_area', 'cost_option', 'service_capacity', 'attribute', 'listing'];
const MEASURE = `analyze ${GROWING.map((table) => `directory.${table}`).join(', ')}`;
/** Words that wait outside of their indexes go into them. */
const GATHERED = 'vacuum (truncate false) directory.service, directory.organization';
/** Plans hold while a table grows to this many times its size. */
const GROWTH = 4;

/** Writes whole services in one transaction, or says what writing them would do. Reading the same again changes nothing. */
@Injectable()
export class DirectoryWriter {
  private rows = 0;
  private measured = 0;

  constructor(
    private readonly db: Db,
    private readonly fingerprints: Fingerprints,
  ) {}

  /** Writes a batch in one transaction; rows that stand as they are brought are neither touched nor locked. */
  async write(actor: Actor, from: ImportFrom, batch: DirectoryBatch, said: Said = { prints: [], unsaid: batch.service.map(({ id }) => id) }): Promise<BatchOutcome> {
    const outcome = await this.db.as(actor, async (tx) => {
      await this.fingerprints.begin(tx, from.source);
      const met = await recordingImport(tx, from, batch, () => new BatchMeeting(tx, from.source, batch).write());
      await this.fingerprints.keep(tx, from.source, said);
      return met;
    });
    for (const { added } of Object.values(outcome.counts)) this.rows += added;
    if (this.rows > this.measured * GROWTH) await this.measure(actor);
    return outcome;
  }

  /** What `write` would do after the batches that `foresight` has seen. PostgreSQL itself refuses any writing here, and nothing is locked. */
  compare(actor: Actor, source: string, batch: DirectoryBatch, foresight: Foresight): Promise<BatchOutcome> {
    return this.db.as(actor, async (tx: Tx) => {
      await tx.query('set transaction read only');
      return new BatchMeeting(tx, source, batch).compare(foresight);
    });
  }

  /** After the last batch: what was gathered goes into the indexes of words, and PostgreSQL looks at what there is now. */
  async settle(actor: Actor): Promise<void> {
    if (!this.rows) return;
    await this.db.statement(actor, GATHERED);
    if (this.rows > this.measured) await this.measure(actor);
    this.rows = this.measured = 0;
  }

  /** PostgreSQL plans by what it last saw of a table; one that has just grown is read from end to end for each listing until it looks again. It looks by itself only minutes later. */
  private async measure(actor: Actor): Promise<void> {
    this.measured = this.rows;
    await this.db.statement(actor, MEASURE);
  }
}
