import { Injectable } from '@nestjs/common';
import { auditBody, Journal } from '../../audit/index.js';
import { can } from '../../people/index.js';
import { conflict, Db, invalid, notFound, uuidv7, type Actor } from '../../platform/index.js';
import { RESTRICTED } from '../queue.sql.js';
import type { NextView, RoutingView, SkipInquiry, SkipView } from './next.dto.js';
import { NEXT, ROUTE, ROUTING, SKIP, SKIPS } from './next.sql.js';

/** Guided work: the request to look at next, never the same to two, and why one was left to others. It claims nothing. */
@Injectable()
export class Next {
  constructor(
    private readonly db: Db,
    private readonly journal: Journal,
  ) {}

  async next(actor: Actor): Promise<NextView> {
    const [row] = await this.db.statement<{ id: string }>(actor, NEXT, [actor.id, actor.restricted]);
    return { id: row?.id ?? null };
  }

  /** Throws 422 for `other` without words and words without `other`, 404, and 409 where somebody has it by now. */
  async skip(actor: Actor, id: string, { reason, words }: SkipInquiry): Promise<void> {
    const said = words?.trim() ?? '';
    if ((reason === 'other') !== Boolean(said)) throw invalid([{ field: 'words', code: 'words.with-other', detail: 'Say why in a few words where you choose “other”, and only there. Nothing about the person.' }]);
    const event = JSON.stringify({ actorId: actor.id, actorName: actor.name, reason });
    const audit = auditBody(actor, { act: 'inquiry.skip', object: 'inquiry', objectId: id, reason });
    const done = await this.db.statement(actor, SKIP, [uuidv7(), id, actor.id, reason, said || null, event, audit, actor.restricted]);
    if (!done.length) await this.notFree(actor, id);
    this.journal.nudge();
  }

  private async notFree(actor: Actor, id: string): Promise<never> {
    const [row] = await this.db.statement<{ restricted: boolean }>(actor, `select ${RESTRICTED} as restricted from intake.inquiry i where i.id = $1 and i.data_key is not null`, [id]);
    if (!row || !can(actor, 'inquiry.skip', row)) throw notFound('inquiry');
    throw conflict('inquiry.not-free', 'Somebody has this request by now. There is nothing to skip.');
  }

  /** For supervisors: the newest first. */
  skips(actor: Actor): Promise<SkipView[]> {
    return this.db.statement<SkipView>(actor, SKIPS, [actor.restricted]);
  }

  async routing(actor: Actor): Promise<RoutingView> {
    const [row] = await this.db.statement<RoutingView>(actor, ROUTING, [actor.id]);
    return row ?? { languages: [], knows: [] };
  }

  async route(actor: Actor, { languages, knows }: RoutingView): Promise<RoutingView> {
    const [row] = await this.db.statement<RoutingView>(actor, ROUTE, [actor.id, languages, knows]);
    return row ?? { languages, knows };
  }
}
