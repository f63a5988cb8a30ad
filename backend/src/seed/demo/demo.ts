import { Injectable } from '@nestjs/common';
import { Accounts } from '../../people/index.js';
import { SYSTEM } from '../../platform/index.js';
import { Settings } from '../../settings/index.js';
import { CountySeed } from '../county/county-seed.js';
import { Stories } from '../stories/stories.js';
import { DemoAgencies } from './agencies.js';
import { DemoMark } from './mark.js';
import { DEMO_PASSWORD, DEMO_PEOPLE } from './people.js';
import { DEMO_SETTINGS } from './settings.js';

/** The invented county, its desk, its people and their stories. */
@Injectable()
export class Demo {
  constructor(
    private readonly accounts: Accounts,
    private readonly settings: Settings,
    private readonly county: CountySeed,
    private readonly agencies: DemoAgencies,
    private readonly stories: Stories,
    private readonly mark: DemoMark,
  ) {}

  /** Loads it once. Each step may be repeated; the mark comes last, so that an interrupted load goes on. */
  async load(say: (line: string) => void): Promise<void> {
    if (await this.mark.isSet()) return;
    await this.lay(say);
    await this.tell();
  }

  /** All but the stories: what does not grow old. */
  async lay(say: (line: string) => void): Promise<void> {
    say('Loading the demo: an invented county …');
    const { version } = await this.settings.desk();
    if (version === 1) await this.settings.change(SYSTEM, { ...DEMO_SETTINGS, version });
    const known = new Set((await this.accounts.actors()).map((actor) => actor.name));
    for (const person of DEMO_PEOPLE) if (!known.has(person.name)) await this.accounts.create({ ...person, password: DEMO_PASSWORD, demo: true });
    await this.county.run();
    await this.agencies.run();
  }

  /** The stories, with their times counted back from now. Answers whether they had to be told. */
  async tell(): Promise<boolean> {
    if (await this.mark.isSet()) return false;
    await this.stories.tell();
    await this.mark.set();
    return true;
  }
}
