import { Injectable } from '@nestjs/common';
import { Db, Events, SYSTEM } from '../../platform/index.js';
import { SETTINGS_ID } from '../../settings/index.js';

const LOADED = 'demo.loaded';

/** The event that says that the demo was loaded whole. */
@Injectable()
export class DemoMark {
  constructor(
    private readonly db: Db,
    private readonly events: Events,
  ) {}

  async set(): Promise<void> {
    await this.db.as(SYSTEM, (tx) => this.events.record(tx, { type: LOADED, subject: SETTINGS_ID }));
  }

  async isSet(): Promise<boolean> {
    return (await this.db.statement(SYSTEM, 'select 1 from platform.event where subject = $1 and type = $2', [SETTINGS_ID, LOADED])).length > 0;
  }
}
