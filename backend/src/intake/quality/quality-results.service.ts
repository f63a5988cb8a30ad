import { Injectable } from '@nestjs/common';
import { Clock, Db, type Actor } from '../../platform/index.js';
import { Settings } from '../../settings/index.js';
import type { MyQualityView, QualityLineView, QualityPersonView, UnreadNotesView } from './quality.dto.js';
import { OF_PERSON, RESULTS, UNREAD } from './quality.sql.js';

/** What was found of people over time: how many records stands beside every number, and few say nothing. */
@Injectable()
export class QualityResults {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  everybody(actor: Actor): Promise<QualityPersonView[]> {
    return this.results(actor, null);
  }

  of(actor: Actor, person: string): Promise<QualityLineView[]> {
    return this.db.statement<QualityLineView>(actor, OF_PERSON, [person, this.clock.now()]);
  }

  async mine(actor: Actor): Promise<MyQualityView> {
    const [own] = await this.results(actor, actor.id);
    return { records: await this.of(actor, actor.id ?? ''), months: own?.months ?? [] };
  }

  async unread(actor: Actor): Promise<UnreadNotesView> {
    const [row] = await this.db.statement<UnreadNotesView>(actor, UNREAD, [actor.id]);
    return row ?? { count: 0 };
  }

  private async results(actor: Actor, person: string | null): Promise<QualityPersonView[]> {
    const { zone } = await this.settings.desk();
    return this.db.statement<QualityPersonView>(actor, RESULTS, [zone, this.clock.now(), person]);
  }
}
