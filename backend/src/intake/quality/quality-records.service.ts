import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/index.js';
import { Clock, conflict, Db, notFound, Sealer, stale, type Actor, type Place, type Tx } from '../../platform/index.js';
import { viewer } from '../queue.service.js';
import type { AnswerNote, QualityRecordView, ReturnRecord, ScoreRecord } from './quality.dto.js';
import { ANSWER, GIVE_BACK, READ_BY_SPECIALIST, RECORD, SCORE } from './quality.sql.js';

type Row = Omit<QualityRecordView, 'note' | 'answer' | 'actions'> & { note: Buffer | null; answer: Buffer | null; dataKey: Buffer | null };

type Column = 'note' | 'answer';
const at = (column: Column, row: string): Place => ({ table: 'intake.quality_record', column, row });

/** One record: scored by its reviewer, read and answered by its specialist. Nothing of it is an event, so that colleagues learn nothing. */
@Injectable()
export class QualityRecords {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly sealer: Sealer,
  ) {}

  /** Throws 404, also for whom it is none of their business. */
  read(actor: Actor, id: string): Promise<QualityRecordView> {
    return this.db.as(actor, async (tx) => {
      const row = await this.row(tx, actor, id);
      if (row.note) await this.audit.record(tx, actor, { act: 'quality.read', object: 'quality-record', objectId: id, fields: ['note', 'answer'] });
      return this.viewOf(actor, row);
    });
  }

  /** Throws 412 when it changed, 409 `quality.seen` once the specialist has read it. */
  score(actor: Actor, id: string, version: number, { scores, note }: ScoreRecord): Promise<QualityRecordView> {
    return this.change(actor, id, async (tx, row) => {
      if (row.reviewer.id !== actor.id) throw notFound('quality-record');
      if (row.seen) throw conflict('quality.seen', 'They have read it. It is not changed any more.');
      const done = await tx.query(SCORE, [id, actor.id, version, scores, this.seal(row, 'note', note), this.clock.now()]);
      if (!done.length) throw stale('quality-record');
      await this.audit.record(tx, actor, { act: 'quality.review', object: 'quality-record', objectId: id, fields: ['scores', 'note'] });
    });
  }

  /** Before it is scored: somebody else may draw it. */
  async giveBack(actor: Actor, id: string, version: number, { reason }: ReturnRecord): Promise<void> {
    await this.db.as(actor, async (tx) => {
      const row = await this.row(tx, actor, id);
      if (row.reviewer.id !== actor.id) throw notFound('quality-record');
      if (row.doneAt) throw conflict('quality.scored', 'It was scored. Change what you found instead.');
      if (!(await tx.query(GIVE_BACK, [id, actor.id, version, this.clock.now(), reason])).length) throw stale('quality-record');
      await this.audit.record(tx, actor, { act: 'quality.review', object: 'quality-record', objectId: id, reason: `returned: ${reason}` });
    });
  }

  async seen(actor: Actor, id: string): Promise<void> {
    await this.db.as(actor, async (tx) => {
      await this.row(tx, actor, id);
      await tx.query(READ_BY_SPECIALIST, [id, actor.id, this.clock.now()]);
    });
  }

  /** One line, once. */
  answer(actor: Actor, id: string, version: number, { text }: AnswerNote): Promise<QualityRecordView> {
    return this.change(actor, id, async (tx, row) => {
      if (row.specialist.id !== actor.id) throw notFound('quality-record');
      if (!row.note || row.answer) throw conflict('quality.answered', row.note ? 'You have answered already.' : 'There is no note to answer.');
      if (!(await tx.query(ANSWER, [id, actor.id, version, this.seal(row, 'answer', text), this.clock.now()])).length) throw stale('quality-record');
      await this.audit.record(tx, actor, { act: 'quality.answer', object: 'quality-record', objectId: id, fields: ['answer'] });
    });
  }

  private change(actor: Actor, id: string, work: (tx: Tx, row: Row) => Promise<void>): Promise<QualityRecordView> {
    return this.db.as(actor, async (tx) => {
      await work(tx, await this.row(tx, actor, id));
      return this.viewOf(actor, await this.row(tx, actor, id));
    });
  }

  private async row(tx: Tx, actor: Actor, id: string): Promise<Row> {
    const [row] = await tx.query<Row>(RECORD, [...viewer(actor), id]);
    if (!row) throw notFound('quality-record');
    return row;
  }

  private seal({ id, inquiryId, dataKey }: Row, column: Column, text: string | null | undefined): Buffer | null {
    if (!dataKey && text?.trim()) throw notFound('inquiry'); // erased meanwhile
    return dataKey && this.sealer.sealWords({ id: inquiryId, dataKey }, text, at(column, id));
  }

  private open({ id, inquiryId, dataKey }: Row, column: Column, body: Buffer | null): string | null {
    return dataKey && this.sealer.openWords({ id: inquiryId, dataKey }, body, at(column, id));
  }

  private viewOf(actor: Actor, row: Row): QualityRecordView {
    const { dataKey: _, ...plain } = row;
    return { ...plain, note: this.open(row, 'note', row.note), answer: this.open(row, 'answer', row.answer), actions: actionsOf(actor, row) };
  }
}

function actionsOf({ id }: Actor, { reviewer, specialist, doneAt, seen, note, answer }: Row): QualityRecordView['actions'] {
  if (reviewer.id === id) return seen ? [] : doneAt ? ['score'] : ['score', 'return'];
  return specialist.id === id && note && !answer ? ['answer'] : [];
}
