import { Injectable } from '@nestjs/common';
import { Journal } from '../../audit/index.js';
import { Clock, Db, notFound, uuidv7, type Actor, type Tx } from '../../platform/index.js';
import { CHECKED_FIELDS, DAY, type CheckedField, type CheckMethod } from '../domain/trust/confidence.js';
import { trustOf, type Known } from '../domain/trust/field-trust.js';
import { afterDoubt, ANSWERED_DAYS, leavesAt, type Rung } from '../domain/trust/ladder.js';
import type { CheckedRows, CheckListings, FieldTrustView, FindVerification, FoundRow, ReadVerification, RungCount, VerificationFound, VerificationPage, VerificationView } from './verification.dto.js';
import { ANSWERED, BOARD, BOARD_COUNTS, BOARD_FOUND, CHECK, CHECKS_OF, CLEARED, DOUBTED, FRESH, OPEN_DOUBTS, RUNG, STAND } from './verification.sql.js';

/** What somebody found of a field. */
export interface Finding {
  serviceId: string;
  field: CheckedField;
  method: CheckMethod;
  /** Who said it, at their work. */
  by?: string | null;
  /** Who of the desk wrote it down. */
  account?: string | null;
  note?: string | null;
}

const SIZE = 50;
/** What somebody typed, as words and not as a pattern. */
const asWords = (search: string | undefined): string | null => search?.trim().replace(/[\\%_]/g, '\\$&') || null;
const ASSURED = `update directory.service set assured_date = $2::date, assured_by = $3, assured_method = $4, last_modified = now() where id = $1`;

/** Who found what of a listing, and where that puts it on the ladder of checking. */
@Injectable()
export class Verification {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly journal: Journal,
  ) {}

  /** A field holds, inside the caller's transaction. Who checked all of it begins the ladder again. False when there is no such listing. */
  async holds(tx: Tx, finding: Finding): Promise<boolean> {
    const now = this.clock.now();
    if (!(await this.keep(tx, uuidv7(), { ...finding, holds: true, now }))) return false;
    if (finding.field === 'whole') await tx.query(FRESH, [finding.serviceId, now]);
    else await tx.query(CLEARED, [finding.serviceId, await this.openDoubts(tx, finding.serviceId)]);
    return true;
  }

  /** A field was found wrong: the listing loses its place at once, and a call is due. `id` says it once, whoever tells it again. False when that was said, or there is no such listing. */
  async wrong(tx: Tx, id: string, finding: Finding): Promise<boolean> {
    const now = this.clock.now();
    await tx.query(STAND, [finding.serviceId, now]);
    const [row] = await tx.query<{ rung: Rung }>(RUNG, [finding.serviceId]); // findings at once are counted one after the other
    if (!row || !(await this.keep(tx, id, { ...finding, holds: false, now }))) return false;
    const doubts = await this.openDoubts(tx, finding.serviceId);
    const rung = afterDoubt(row.rung, doubts);
    await tx.query(DOUBTED, [finding.serviceId, doubts, rung, leavesAt(rung, now), now]);
    return true;
  }

  /** Its agency answered and left something open, or waits for a decision: no reminder and no call for a month. A doubt stays due. */
  async answered(tx: Tx, serviceId: string): Promise<void> {
    const now = this.clock.now();
    await tx.query(ANSWERED, [serviceId, now, new Date(now.getTime() + ANSWERED_DAYS * DAY)]);
  }

  /** The board: what was found wrong first, then what waits longest, 50 at a time. */
  async page(actor: Actor, { rung, search, from = 0 }: ReadVerification): Promise<VerificationPage> {
    const now = this.clock.now();
    const words = asWords(search);
    const items = await this.db.statement<VerificationView>(actor, BOARD, [words, rung ?? null, from, SIZE + 1, now]);
    const counts = await this.db.statement<RungCount>(actor, BOARD_COUNTS, [words, now]);
    return { items: items.slice(0, SIZE), counts, more: items.length > SIZE };
  }

  /** All of the board that the words and the rung find. */
  async found(actor: Actor, { rung, search }: FindVerification): Promise<VerificationFound> {
    return { items: await this.db.statement<FoundRow>(actor, BOARD_FOUND, [asWords(search), rung ?? null, this.clock.now()]) };
  }

  /** How sure each field of a listing is today, and by whose word. Throws 404. */
  async trust(actor: Actor, serviceId: string): Promise<FieldTrustView[]> {
    const [found] = await this.db.statement<{ known: Known[] }>(actor, CHECKS_OF, [serviceId]);
    if (!found) throw notFound('service');
    const today = this.clock.now().toISOString().slice(0, 10);
    return CHECKED_FIELDS.map((field) => trustOf(field, found.known, today));
  }

  /** What somebody of the desk found, of many listings at once. Each row has its own result; one that is gone stops no other. */
  async check(actor: Actor, { serviceIds, field, holds, method, by, note }: CheckListings): Promise<CheckedRows> {
    const rows = await this.db.as(actor, async (tx) => {
      const done: CheckedRows['rows'] = [];
      for (const serviceId of [...serviceIds].sort()) { // in one order, so that two stewards never wait for each other
        const finding = { serviceId, field, method, by: by?.trim() || null, account: actor.id, note: note?.trim() || null };
        done.push({ serviceId, done: await this.write(tx, actor, { ...finding, holds }) });
      }
      return done;
    });
    this.journal.nudge();
    return { rows };
  }

  private async write(tx: Tx, actor: Actor, { holds, ...finding }: Finding & { holds: boolean }): Promise<boolean> {
    const { serviceId, field, method, by } = finding;
    if (!(holds ? await this.holds(tx, finding) : await this.wrong(tx, uuidv7(), finding))) return false;
    if (holds && field === 'whole') await tx.query(ASSURED, [serviceId, this.clock.now().toISOString().slice(0, 10), by ?? actor.name, method]);
    const act = { act: 'directory.steward', object: 'service', objectId: serviceId, fields: [field], reason: holds ? 'holds' : 'wrong' };
    await this.journal.record(tx, actor, { type: 'service.checked', subject: serviceId, body: { field, holds, method } }, act);
    return true;
  }

  private async keep(tx: Tx, id: string, { serviceId, field, holds, method, by, account, note, now }: Finding & { holds: boolean; now: Date }): Promise<boolean> {
    return (await tx.query(CHECK, [id, serviceId, field, holds, method, by ?? null, account ?? null, note ?? null, now])).length > 0;
  }

  private async openDoubts(tx: Tx, serviceId: string): Promise<number> {
    return (await tx.query<{ doubts: number }>(OPEN_DOUBTS, [serviceId]))[0]?.doubts ?? 0;
  }
}
