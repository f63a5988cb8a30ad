import { Injectable } from '@nestjs/common';
import { Accounts } from '../people/index.js';
import { Config, SYSTEM, uuidv7 } from '../platform/index.js';
import { Settings } from '../settings/index.js';
import { DEMO_LINES, FIRST_LINES } from './crisis-lines.js';
import { DEMO_PASSWORD, DEMO_PEOPLE } from './demo/people.js';
import { DEMO_SETTINGS } from './demo/settings.js';
import { Stories } from './stories/stories.js';

/** What a new install needs before it serves: reference data always, the demo in demo mode. Running it again changes nothing. */
@Injectable()
export class FirstStart {
  constructor(
    private readonly config: Config,
    private readonly accounts: Accounts,
    private readonly settings: Settings,
    private readonly stories: Stories,
  ) {}

  async run(say: (line: string) => void): Promise<void> {
    if (!(await this.settings.allLines()).length) await this.settings.changeLines(SYSTEM, { lines: this.lines() });
    if (this.config.demo && !(await this.accounts.count(true))) await this.demo(say);
  }

  private lines(): Parameters<Settings['changeLines']>[1]['lines'] {
    const lines = this.config.demo ? [...FIRST_LINES, ...DEMO_LINES] : FIRST_LINES;
    return lines.map((line) => ({ ...line, id: uuidv7(), checkedOn: null, checkedBy: null }));
  }

  /** Accounts last: their presence marks the demo as loaded, so that an interrupted first start begins again. */
  private async demo(say: (line: string) => void): Promise<void> {
    say('Loading the demo: an invented county …');
    const { version } = await this.settings.desk();
    await this.settings.change(SYSTEM, { ...DEMO_SETTINGS, version });
    for (const person of DEMO_PEOPLE) await this.accounts.create({ ...person, password: DEMO_PASSWORD, demo: true });
    await this.stories.tell();
  }
}
