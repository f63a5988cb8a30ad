import { Injectable } from '@nestjs/common';
import { Journal } from '../../audit/index.js';
import { Clock, conflict, Db, notFound, Sealer, uuidv7, type Actor, type Tx } from '../../platform/index.js';
import { clears, FIELD_OF, type CorrectionOutcome, type Wrong } from '../domain/trust/correction.js';
import { Verification } from '../verification/verification.service.js';
import type { CorrectionPage, CorrectionView, DecideCorrection } from './corrections.dto.js';
import { DECIDE, ONE, SAY, TOLD, WAITING, WAITING_TOTAL } from './corrections.sql.js';

/** What somebody says. `suspect`: a machine may have sent it. */
export interface SaidWrong {
  serviceId: string;
  wrong: Wrong;
  words: string | undefined;
  suspect: boolean;
}

/** What anybody may see of it afterwards. */
export interface ToldCorrection {
  wrong: Wrong;
  saidAt: Date;
  outcome: CorrectionOutcome | null;
  decidedAt: Date | null;
}

type Row = Omit<CorrectionView, 'words' | 'saidAt'> & { dataKey: Buffer | null; words: Buffer | null; saidAt: Date };

const SIZE = 50;
const placeOf = (row: string): { table: string; column: string; row: string } => ({ table: 'directory.correction', column: 'words', row });

/** "This is wrong": anybody may say it of a listing, without an account. It costs the listing its place at once, and a person looks into it. */
@Injectable()
export class Corrections {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly sealer: Sealer,
    private readonly journal: Journal,
    private readonly verification: Verification,
  ) {}

  /** Throws 404 for a listing that cannot be seen. The words may name whoever typed them: they are sealed. */
  async say(actor: Actor, { serviceId, wrong, words, suspect }: SaidWrong): Promise<void> {
    const id = uuidv7();
    const key = words ? this.sealer.newKey(id) : undefined;
    const sealed = key ? this.sealer.seal(key.secret, words, placeOf(id)) : null;
    await this.db.as(actor, async (tx) => {
      const said = await tx.query(SAY, [id, serviceId, wrong, key?.wrapped ?? null, sealed, suspect, this.clock.now()]);
      if (!said.length) throw notFound('service');
      if (!suspect) await this.verification.wrong(tx, id, { serviceId, field: FIELD_OF[wrong], method: 'public' });
      await this.journal.record(tx, actor, { type: 'correction.said', subject: serviceId, body: { wrong } }, { act: 'listing.correct', object: 'service', objectId: serviceId, fields: ['correction'] });
    });
    this.journal.nudge();
  }

  async waiting(actor: Actor): Promise<CorrectionPage> {
    const rows = await this.db.statement<Row>(actor, WAITING, [SIZE]);
    const [count] = await this.db.statement<{ total: number }>(actor, WAITING_TOTAL);
    return { items: rows.map((row) => this.viewOf(row)), total: count?.total ?? 0 };
  }

  private viewOf({ dataKey, words, saidAt, ...row }: Row): CorrectionView {
    const opened = dataKey && words ? this.sealer.open<string>(this.sealer.openKey(dataKey, row.id), words, placeOf(row.id)) : null;
    return { ...row, words: opened, saidAt: saidAt.toISOString() };
  }

  /** What was found. All who said the same are answered with it. Throws 404, 409 when a colleague was quicker. */
  async decide(actor: Actor, id: string, { outcome, method, by }: DecideCorrection): Promise<void> {
    await this.db.as(actor, async (tx) => {
      const { serviceId, wrong } = await this.open(tx, id);
      await tx.query(DECIDE, [serviceId, wrong, outcome, actor.id, this.clock.now()]);
      if (clears(outcome)) await this.verification.holds(tx, { serviceId, field: FIELD_OF[wrong], method, by: by?.trim() || null, account: actor.id });
      const act = { act: 'directory.steward', object: 'service', objectId: serviceId, fields: [FIELD_OF[wrong]], reason: outcome };
      await this.journal.record(tx, actor, { type: 'correction.decided', subject: serviceId, body: { wrong, outcome, method } }, act);
    });
    this.journal.nudge();
  }

  private async open(tx: Tx, id: string): Promise<{ serviceId: string; wrong: Wrong }> {
    const [row] = await tx.query<{ serviceId: string; wrong: Wrong; open: boolean }>(ONE, [id]);
    if (!row) throw notFound('correction');
    if (!row.open) throw conflict('correction.decided', 'A colleague has just decided on this one.');
    return row;
  }

  /** What was said of a listing lately and what became of it, without who or in which words. */
  told(actor: Actor, serviceId: string): Promise<ToldCorrection[]> {
    return this.db.statement<ToldCorrection>(actor, TOLD, [serviceId]);
  }
}
