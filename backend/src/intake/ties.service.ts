import { Injectable } from '@nestjs/common';
import { Journal } from '../audit/index.js';
import { Clock, conflict, Db, invalid, notFound, uuidv7, type Actor, type Tx } from '../platform/index.js';
import { Inquiries, isRestricted } from './inquiries.service.js';
import { Inquiry } from './inquiry.entity.js';
import type { TieKind } from './tie.entity.js';
import { ANY_APART, LOCK_BOTH, TIE, UNTIE } from './together.sql.js';

/** Two requests: the one that is worked on, and another. */
export interface Pair {
  id: string;
  otherId: string;
}

export function twoOf({ id, otherId }: Pair): void {
  if (id === otherId) throw invalid([{ field: 'otherId', code: 'inquiry.same', detail: 'Choose another request: this is the same one' }]);
}

/** Requests about violence stay by themselves (VAWA). */
export async function mayBeTogether(tx: Tx, { id, otherId }: Pair): Promise<void> {
  if ((await tx.query(ANY_APART, [[id, otherId]])).length) throw conflict('inquiry.apart', 'One of the two is about violence. Such a request stays by itself: a shared number may be the number of whoever must not know.');
}

/** Linking is the normal way: it says that two requests belong together, moves nothing, and is ended by one press. */
@Injectable()
export class Ties {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly inquiries: Inquiries,
  ) {}

  /** Says it anew where something else was said. Throws 404, 409 `inquiry.apart`, 422 for one and the same. */
  async say(actor: Actor, pair: Pair, kind: TieKind): Promise<void> {
    await this.db.as(actor, async (tx) => {
      await this.both(tx, actor, pair);
      await mayBeTogether(tx, pair);
      await tx.query(UNTIE, [pair.id, pair.otherId, this.clock.now(), actor.id, kind]);
      const made = await tx.query(TIE, [uuidv7(), pair.id, pair.otherId, kind, actor.id, this.clock.now()]);
      if (made.length) await this.told(tx, actor, pair, `inquiry.${kind}`);
    });
    this.journal.nudge();
  }

  /** Takes back what was said. Again changes nothing. Throws 404. */
  async end(actor: Actor, pair: Pair): Promise<void> {
    await this.db.as(actor, async (tx) => {
      await this.both(tx, actor, pair);
      if ((await tx.query(UNTIE, [pair.id, pair.otherId, this.clock.now(), actor.id, null])).length) await this.told(tx, actor, pair, 'inquiry.untied');
    });
    this.journal.nudge();
  }

  /** One's own, and another whose line in the queue one may see: a colleague's request is linked with one's own without being read. */
  private async both(tx: Tx, actor: Actor, pair: Pair): Promise<void> {
    await this.inquiries.visible(tx, actor, 'inquiry.link', pair.id);
    twoOf(pair);
    await tx.query(LOCK_BOTH, [[pair.id, pair.otherId]]);
    const other = await tx.manager.findOneBy(Inquiry, { id: pair.otherId });
    if (!other?.dataKey || other.eraseAfter || (isRestricted(other) && !actor.restricted)) throw notFound('inquiry');
  }

  private async told(tx: Tx, actor: Actor, { id, otherId }: Pair, type: string): Promise<void> {
    for (const [subject, withId] of [[id, otherId], [otherId, id]] as const) await this.journal.record(tx, actor, { type, subject, body: { withId } }, { act: 'inquiry.link', object: 'inquiry', objectId: subject, reason: type });
  }
}
