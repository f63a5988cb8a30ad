import { Injectable } from '@nestjs/common';
import { auditBody, Journal } from '../../audit/index.js';
import { Clock, Config, Db, invalid, notFound, uuidv7, type Actor } from '../../platform/index.js';
import { closesAfter, Settings } from '../../settings/index.js';
import { dutyEnds, nextDayEnds } from '../domain/duty-ends.js';
import type { SayDuty, ShiftNoteView, TeamMemberView, WriteShiftNote } from './team.dto.js';
import { END_DUTY, NOTES, SAY_DUTY, TAKE_AWAY, TEAM, WRITE } from './team.sql.js';
import { supervises } from '../queue.service.js';

/** Who is on duty, and the notes from one shift to the next. */
@Injectable()
export class Team {
  constructor(
    private readonly db: Db,
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly journal: Journal,
  ) {}

  everybody(actor: Actor): Promise<TeamMemberView[]> {
    return this.db.statement<TeamMemberView>(actor, TEAM, [this.config.demo]);
  }

  async say(actor: Actor, { duty }: SayDuty): Promise<void> {
    const now = this.clock.now();
    if (duty === 'off') await this.db.statement(actor, END_DUTY, [actor.id]);
    else await this.db.statement(actor, SAY_DUTY, [actor.id, duty === 'on', dutyEnds(closesAfter(await this.settings.desk(), now), now)]);
    this.journal.nudge();
  }

  notes(actor: Actor): Promise<ShiftNoteView[]> {
    return this.db.statement<ShiftNoteView>(actor, NOTES, [actor.id, supervises(actor), this.clock.now()]);
  }

  async write(actor: Actor, { text }: WriteShiftNote): Promise<void> {
    const words = text.trim();
    if (words.length < 3) throw invalid([{ field: 'text', code: 'text.missing', detail: 'Write three letters at least' }]);
    const id = uuidv7();
    const { zone } = await this.settings.desk();
    await this.db.statement(actor, WRITE, [id, actor.id, words, nextDayEnds(zone, this.clock.now()), auditBody(actor, { act: 'queue.change', object: 'shift-note', objectId: id })]);
    this.journal.nudge();
  }

  /** Throws 404, also for a colleague's. */
  async takeAway(actor: Actor, id: string): Promise<void> {
    const gone = await this.db.statement(actor, TAKE_AWAY, [id, actor.id, supervises(actor), auditBody(actor, { act: 'queue.change', object: 'shift-note', objectId: id, reason: 'taken-away' })]);
    if (!gone.length) throw notFound('shift-note');
    this.journal.nudge();
  }
}
