import { Injectable } from '@nestjs/common';
import { Accounts } from '../people/index.js';
import { Config, Db, Events, SYSTEM, uuidv7 } from '../platform/index.js';
import { Settings, SETTINGS_ID } from '../settings/index.js';
import { DEMO_LINES, FIRST_LINES } from './crisis-lines.js';
import { DEMO_PASSWORD, DEMO_PEOPLE } from './demo/people.js';
import { DEMO_SETTINGS } from './demo/settings.js';
import { Stories } from './stories/stories.js';

const LOADED = 'demo.loaded';

/** What a new install needs before it serves: reference data always, the demo in demo mode. Running it again changes nothing. */
@Injectable()
export class FirstStart {
  constructor(
    private readonly config: Config,
    private readonly accounts: Accounts,
    private readonly settings: Settings,
    private readonly stories: Stories,
    private readonly db: Db,
    private readonly events: Events,
  ) {}

  async run(say: (line: string) => void): Promise<void> {
    if (!(await this.settings.allLines()).length) await this.settings.changeLines(SYSTEM, { lines: this.lines() });
    if (this.config.demo && !(await this.loaded())) await this.demo(say);
  }

  private lines(): Parameters<Settings['changeLines']>[1]['lines'] {
    const lines = this.config.demo ? [...FIRST_LINES, ...DEMO_LINES] : FIRST_LINES;
    return lines.map((line) => ({ ...line, id: uuidv7(), checkedOn: null, checkedBy: null }));
  }

  private async loaded(): Promise<boolean> {
    const rows = await this.db.statement(SYSTEM, 'select 1 from platform.event where subject = $1 and type = $2', [SETTINGS_ID, LOADED]);
    return rows.length > 0;
  }

  /** Each step may be repeated; the mark comes last, so that an interrupted first start goes on. */
  private async demo(say: (line: string) => void): Promise<void> {
    say('Loading the demo: an invented county …');
    const { version } = await this.settings.desk();
    if (version === 1) await this.settings.change(SYSTEM, { ...DEMO_SETTINGS, version });
    const known = new Set((await this.accounts.actors()).map((actor) => actor.name));
    for (const person of DEMO_PEOPLE) if (!known.has(person.name)) await this.accounts.create({ ...person, password: DEMO_PASSWORD, demo: true });
    await this.stories.tell();
    await this.db.as(SYSTEM, (tx) => this.events.record(tx, { type: LOADED, subject: SETTINGS_ID }));
  }
}
