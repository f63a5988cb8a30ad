import { Injectable } from '@nestjs/common';
import { Clock, Db, type Actor } from '../../platform/index.js';
import { localDay } from '../../referrals/index.js';
import { Settings } from '../../settings/index.js';
import type { ShiftRowView } from './shift.dto.js';
import { SHIFT } from './shift.sql.js';

/** What somebody has in their hands when their shift ends. */
@Injectable()
export class Shift {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  async rows(actor: Actor): Promise<ShiftRowView[]> {
    const { zone } = await this.settings.desk();
    return this.db.statement<ShiftRowView>(actor, SHIFT, [actor.id, localDay(this.clock.now(), zone), actor.restricted]);
  }
}
