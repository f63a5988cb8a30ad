import { Injectable } from '@nestjs/common';
import { Journal } from '../../audit/index.js';
import { Clock, conflict, Db, invalid, stale, uuidv7, type Actor, type Tx } from '../../platform/index.js';
import { endLacks, stepLacks, type Lack, type StepTaken } from '../domain/crisis.js';
import { USED_DRAFT } from '../drafts.service.js';
import { Erasure } from '../erasure.service.js';
import { Inquiries, type OpenInquiry } from '../inquiries.service.js';
import type { CallSupervisor, EndCrisis, TakeStep, Version } from './crisis.dto.js';
import { CrisisReader } from './crisis-reader.js';
import { CALL, END, HELD, MOVED, STEPS_BEFORE, TAKE } from './crisis.sql.js';

/** An open record under the hand: locked. */
interface Held {
  id: string;
  version: number;
  calledAt: Date | null;
}

/** What is done in a crisis, written down step by step until it has ended. Each throws 404, 409 `crisis.none`, 412 when somebody else wrote since. */
@Injectable()
export class CrisisSteps {
  constructor(
    private readonly db: Db,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly inquiries: Inquiries,
    private readonly erasure: Erasure,
    private readonly reader: CrisisReader,
  ) {}

  /** Throws 422 with the field where a milder step or a why is missing. */
  take(actor: Actor, id: string, { version, words, ...taken }: Version<TakeStep>): Promise<void> {
    return this.keeping(actor, { id, version, does: 'step' }, async (tx, { row, held }) => {
      refuse(stepLacks(taken, await tx.query<StepTaken>(STEPS_BEFORE, [held.id])));
      const stepId = uuidv7();
      const { step, result, consent, why } = taken;
      await tx.query(TAKE, [stepId, held.id, step, result, consent, why, this.reader.seal(row, 'intake.crisis_step', { row: stepId, words }), actor.id, this.clock.now()]);
      await tx.query(MOVED, [held.id]);
      await tx.query(USED_DRAFT, [actor.id, id, 'crisis']);
    });
  }

  /** Calls every supervisor who is there, or says who came. Throws 422 for who is none, and for whoever works on it themselves. */
  call(actor: Actor, id: string, { version, who }: Version<CallSupervisor>): Promise<void> {
    return this.keeping(actor, { id, version, does: who ? 'joined' : 'called' }, async (tx, { held }) => {
      if (who && !(await this.reader.supervisors(tx, id)).some((each) => each.id === who)) {
        throw invalid([{ field: 'who', code: 'who.no-supervisor', detail: 'Choose a supervisor who may open this request and is not working on it' }]);
      }
      await tx.query(CALL, [held.id, who ?? null, this.clock.now()]);
    });
  }

  /** Throws 422 with the field where something is missing: a step, a supervisor, that rescue got there. */
  end(actor: Actor, id: string, { version, result, rescue, words }: Version<EndCrisis>): Promise<void> {
    return this.keeping(actor, { id, version, does: 'ended' }, async (tx, { row, held }) => {
      const steps = await tx.query<Pick<StepTaken, 'step' | 'result'>>(STEPS_BEFORE, [held.id]);
      refuse(endLacks({ result, rescue, steps, supervised: held.calledAt !== null }));
      await tx.query(END, [held.id, rescue, result, this.reader.seal(row, 'intake.crisis', { row: held.id, words }), actor.id, this.clock.now()]);
      await tx.query(USED_DRAFT, [actor.id, id, 'crisis']);
      await this.erasure.holdNoLonger(tx, row);
    });
  }

  private async keeping(actor: Actor, { id, version, does }: { id: string; version: number; does: 'step' | 'called' | 'joined' | 'ended' }, work: (tx: Tx, at: { row: OpenInquiry; held: Held }) => Promise<void>): Promise<void> {
    await this.db.as(actor, async (tx) => {
      const row = await this.inquiries.visible(tx, actor, 'crisis.keep', id);
      const [held] = await tx.query<Held>(HELD, [id]);
      if (!held) throw conflict('crisis.none', 'No crisis record is open. Open one first.');
      if (held.version !== version) throw stale('crisis');
      await work(tx, { row, held });
      await this.journal.record(tx, actor, { type: `inquiry.crisis-${does}`, subject: id, body: { crisisId: held.id } }, { act: 'crisis.keep', object: 'crisis', objectId: held.id, fields: [does] });
    });
    this.journal.nudge();
  }
}

function refuse(lack: Lack | undefined): void {
  if (lack) throw invalid([{ field: lack.field, code: `${lack.field}.crisis`, detail: lack.say }]);
}
