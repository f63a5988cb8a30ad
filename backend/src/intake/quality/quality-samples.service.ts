import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/index.js';
import { Clock, conflict, Db, uuidv7, type Actor, type Tx } from '../../platform/index.js';
import type { DrawSample, MySampleView, QualityLineView, SampleView } from './quality.dto.js';
import { DRAW, DRAW_IN_TURN, LAST_SAMPLE, OF_SAMPLE, POOL_SIZE, UNFINISHED } from './quality.sql.js';

/** Which closed requests a reviewer reads: drawn by a seed that anybody can look up, never chosen. */
@Injectable()
export class QualitySamples {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  mine(actor: Actor): Promise<MySampleView> {
    return this.db.as(actor, async (tx) => {
      const [row] = await tx.query<{ pool: number }>(POOL_SIZE, [actor.id, actor.restricted, this.clock.now()]);
      return { sample: await this.last(tx, actor), pool: row?.pool ?? 0 };
    });
  }

  /** Throws 409 `quality.unfinished` while there is one to score, so that nobody draws until it pleases; 409 `quality.none` where nothing can be drawn. */
  draw(actor: Actor, { size }: DrawSample): Promise<SampleView> {
    return this.db.as(actor, async (tx) => {
      await tx.query(DRAW_IN_TURN);
      if ((await tx.query(UNFINISHED, [actor.id])).length) throw conflict('quality.unfinished', 'Score or give back what you drew before you draw again.');
      const [id, seed, ids] = [uuidv7(), randomBytes(8).toString('hex'), Array.from({ length: size }, () => uuidv7())];
      const drawn = await tx.query(DRAW, [actor.id, actor.restricted, this.clock.now(), seed, id, ids]);
      const sample = drawn.length ? await this.last(tx, actor) : null;
      if (!sample) throw conflict('quality.none', 'There is no closed request of the last thirty days that you could review.');
      await this.audit.record(tx, actor, { act: 'quality.review', object: 'quality-sample', objectId: id, reason: 'quality' });
      return sample;
    });
  }

  private async last(tx: Tx, actor: Actor): Promise<SampleView | null> {
    const [sample] = await tx.query<Omit<SampleView, 'records'>>(LAST_SAMPLE, [actor.id]);
    return sample ? { ...sample, records: await tx.query<QualityLineView>(OF_SAMPLE, [sample.id]) } : null;
  }
}
