import { Injectable } from '@nestjs/common';
import { Accounts } from '../../people/index.js';
import { Db, Events, SYSTEM } from '../../platform/index.js';
import { Settings, SETTINGS_ID } from '../../settings/index.js';
import { CountySeed } from '../county/county-seed.js';
import { Stories } from '../stories/stories.js';
import { DEMO_PASSWORD, DEMO_PEOPLE } from './people.js';
import { DEMO_SETTINGS } from './settings.js';

const LOADED = 'demo.loaded';

/** The invented county, its desk, its people and their stories. */
@Injectable()
export class Demo {
  constructor(
    private readonly accounts: Accounts,
    private readonly settings: Settings,
    private readonly county: CountySeed,
    private readonly stories: Stories,
    private readonly db: Db,
    private readonly events: Events,
  ) {}

  /** Loads it once. Each step may be repeated; the mark comes last, so that an interrupted load goes on. */
  async load(say: (line: string) => void): Promise<void> {
    if (await this.loaded()) return;
    say('Loading the demo: an invented county …');
    const { version } = await this.settings.desk();
    if (version === 1) await this.settings.change(SYSTEM, { ...DEMO_SETTINGS, version });
    const known = new Set((await this.accounts.actors()).map((actor) => actor.name));
    for (const person of DEMO_PEOPLE) if (!known.has(person.name)) await this.accounts.create({ ...person, password: DEMO_PASSWORD, demo: true });
    await this.county.run();
    await this.stories.tell();
    await this.db.as(SYSTEM, (tx) => this.events.record(tx, { type: LOADED, subject: SETTINGS_ID }));
  }

  private async loaded(): Promise<boolean> {
    const rows = await this.db.statement(SYSTEM, 'select 1 from platform.event where subject = $1 and type = $2', [SETTINGS_ID, LOADED]);
    return rows.length > 0;
  }
}
