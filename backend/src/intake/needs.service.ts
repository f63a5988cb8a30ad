import { Injectable } from '@nestjs/common';
import { Journal } from '../audit/index.js';
import { can, type Act } from '../people/index.js';
import { conflict, Db, invalid, notFound, stale, violates, type Actor, type Tx } from '../platform/index.js';
import { Settings } from '../settings/index.js';
import { inCrisis, refuseInCrisis } from './crisis/open-crisis.js';
import { fits, type EndReason, type NeedOutcome } from './domain/need-end.js';
import { Inquiries } from './inquiries.service.js';
import { Merges } from './merges.service.js';
import type { CloseInquiry, TaskAtClosing } from './tasks/task.dto.js';
import { overTasks, TaskClosing } from './tasks/task-closing.js';
import { STOP_TASKS } from './tasks/task.sql.js';

/** What a need's end says: how, why. Who is the actor. */
export interface NeedEnd {
  outcome: NeedOutcome;
  reason: EndReason;
}

/** What is closed, over which version, and what becomes of its open tasks by the desk's zone. */
interface Closing {
  inquiryId: string;
  version: number;
  reason?: string;
  tasks?: readonly TaskAtClosing[];
  zone?: string | null;
}

const END = `
update intake.need set status = $2, end_reason = $3, ended_by = $4, ended_by_account = $5, closed_at = now(), version = version + 1
where id = $1 and closed_at is null and ($6::int is null or version = $6) returning id`;
const REOPEN = `
update intake.need n set status = case when exists (select from referrals.option o where o.need_id = n.id) then 'options-given' else 'open' end,
  closed_at = null, end_reason = null, ended_by = null, ended_by_account = null, version = version + 1
where n.id = $1 and closed_at is not null and ($2::int is null or version = $2) returning id`;

/** How needs and requests end: with an outcome, a reason and who; never while an agency is asked or at work. The database holds the same rule. */
@Injectable()
export class Needs {
  constructor(
    private readonly db: Db,
    private readonly journal: Journal,
    private readonly inquiries: Inquiries,
    private readonly merges: Merges,
    private readonly tasks: TaskClosing,
    private readonly settings: Settings,
  ) {}

  /** Throws 404, 412 when it changed since `version`, 409 `need.live-referral`, 422 when the reason does not belong to the outcome. */
  async end(actor: Actor, needId: string, version: number, end: NeedEnd): Promise<void> {
    await this.ending(() =>
      this.db.as(actor, async (tx) => {
        const inquiryId = await this.inquiryOf(tx, actor, needId);
        if (!(await this.endIn(tx, actor, { needId, inquiryId, version }, end))) throw stale('need');
      }),
    );
    this.journal.nudge();
  }

  /** With the caller's transaction. False when the need had ended, or changed since `version`. */
  async endIn(tx: Tx, actor: Actor, at: { needId: string; inquiryId: string; version?: number }, { outcome, reason }: NeedEnd): Promise<boolean> {
    if (!fits(outcome, reason)) throw invalid([{ field: 'reason', code: 'reason.other-outcome', detail: 'Choose a reason that belongs to this outcome' }]);
    const staff = actor.kind === 'staff';
    const done = await tx.query(END, [at.needId, outcome, reason, staff ? 'specialist' : 'person', staff ? actor.id : null, at.version ?? null]);
    if (!done.length) return false;
    await this.journal.record(tx, actor, { type: 'inquiry.need-ended', subject: at.inquiryId, body: { needId: at.needId, outcome, reason } }, { act: 'need.end', object: 'need', objectId: at.needId, reason, fields: ['status'] });
    return true;
  }

  /** Throws 404, 412, 409 `inquiry.closed`. */
  async reopen(actor: Actor, needId: string, version: number): Promise<void> {
    await this.ending(() =>
      this.db.as(actor, async (tx) => {
        const inquiryId = await this.inquiryOf(tx, actor, needId);
        if (!(await this.reopenIn(tx, actor, { needId, inquiryId, version }))) throw stale('need');
      }),
    );
    this.journal.nudge();
  }

  /** With the caller's transaction. False when the need goes on anyway, or changed since `version`. */
  async reopenIn(tx: Tx, actor: Actor, { needId, inquiryId, version }: { needId: string; inquiryId: string; version?: number }): Promise<boolean> {
    if (!(await tx.query(REOPEN, [needId, version ?? null])).length) return false;
    await this.journal.record(tx, actor, { type: 'inquiry.need-reopened', subject: inquiryId, body: { needId } }, { act: 'need.end', object: 'need', objectId: needId, fields: ['status'] });
    return true;
  }

  /** Ends the work on a request. Throws 404, 412, 409 `inquiry.needs-open` while a need goes on, `inquiry.tasks-open` while it is not said what becomes of a task. */
  async close(actor: Actor, inquiryId: string, version: number, { tasks }: CloseInquiry = { tasks: [] }): Promise<void> {
    const { zone } = await this.settings.desk();
    await this.ending(() =>
      this.db.as(actor, (tx) => this.closeOne(tx, actor, { inquiryId, version, tasks, zone })),
    );
    this.journal.nudge();
  }

  /** With the caller's transaction. Why is kept in the audit. */
  async closeOne(tx: Tx, actor: Actor, { tasks = [], zone = null, ...closing }: Closing): Promise<void> {
    await this.inquiries.visible(tx, actor, 'inquiry.close', closing.inquiryId);
    await refuseInCrisis(tx, closing.inquiryId);
    await this.tasks.decide(tx, actor, { inquiryId: closing.inquiryId, tasks, zone });
    if (!(await this.closeIn(tx, actor, closing))) throw stale('inquiry');
  }

  async closeIn(tx: Tx, actor: Actor, { inquiryId, version, reason, act = 'inquiry.close' }: { inquiryId: string; version?: number; reason?: string; act?: Act }): Promise<boolean> {
    const done = await tx.query(`update intake.inquiry set status = 'closed', version = version + 1 where id = $1 and status <> 'closed' and ($2::int is null or version = $2) returning id`, [inquiryId, version ?? null]);
    if (!done.length) return false;
    await this.journal.record(tx, actor, { type: 'inquiry.closed', subject: inquiryId }, { act, object: 'inquiry', objectId: inquiryId, fields: ['status'], ...(reason && { reason }) });
    return true;
  }

  /** The person stops it all: every need that goes on ends, the desk's own consent too, and the request is closed. With the caller's transaction, after nothing is shared any more. */
  async withdrawIn(tx: Tx, actor: Actor, inquiryId: string, { reason, act }: { reason: 'no-longer-wanted' | 'erased'; act: Act }): Promise<void> {
    await this.merges.takeApart(tx, actor, inquiryId); // whose own form it was did not stop anything
    const open = await tx.query<{ id: string }>('select id from intake.need where inquiry_id = $1 and closed_at is null order by position for update', [inquiryId]);
    for (const { id: needId } of open) await this.endIn(tx, actor, { needId, inquiryId }, { outcome: 'withdrawn', reason });
    await tx.query('update intake.consent set withdrawn_at = now() where inquiry_id = $1 and withdrawn_at is null', [inquiryId]);
    await tx.query(STOP_TASKS, [inquiryId]);
    await this.closeIn(tx, actor, { inquiryId, act });
  }

  /** Missing and foreign answer the same 404. */
  private async inquiryOf(tx: Tx, actor: Actor, needId: string): Promise<string> {
    const [need] = can(actor, 'need.end') ? await tx.query<{ inquiryId: string }>('select inquiry_id as "inquiryId" from intake.need where id = $1', [needId]) : [];
    if (!need) throw notFound('inquiry');
    await this.inquiries.visible(tx, actor, 'need.end', need.inquiryId);
    return need.inquiryId;
  }

  /** The database's refusals as sentences. */
  private async ending(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (violates(error, 'need_live_referral')) throw conflict('need.live-referral', 'An agency is still asked or at work. Take the referral back first, or wait for its answer.');
      if (violates(error, 'inquiry_needs_ended')) throw conflict('inquiry.needs-open', 'A need goes on. End each need first: how, and why.');
      if (violates(error, 'need_in_open_inquiry')) throw conflict('inquiry.closed', 'The request is closed.');
      throw overTasks(inCrisis(error));
    }
  }
}
