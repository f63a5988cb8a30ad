import { Injectable } from '@nestjs/common';
import { Config, SYSTEM, uuidv7 } from '../platform/index.js';
import { Settings } from '../settings/index.js';
import { DEMO_LINES, FIRST_LINES } from './crisis-lines.js';
import { Demo } from './demo/demo.js';
import { ReferenceSeed } from './reference/reference.js';

/** What a new install needs before it serves: reference data always, the demo in demo mode. Running it again changes nothing. */
@Injectable()
export class FirstStart {
  constructor(
    private readonly config: Config,
    private readonly settings: Settings,
    private readonly references: ReferenceSeed,
    private readonly demo: Demo,
  ) {}

  async run(say: (line: string) => void): Promise<void> {
    await this.reference();
    if (this.config.demo) await this.demo.load(say);
  }

  /** What every install has: vocabularies, the order's own weights, ZIP codes, the first crisis lines. */
  async reference(): Promise<void> {
    await this.references.run();
    if (!(await this.settings.allLines()).length) await this.settings.changeLines(SYSTEM, { lines: this.lines() });
  }

  private lines(): Parameters<Settings['changeLines']>[1]['lines'] {
    const lines = this.config.demo ? [...FIRST_LINES, ...DEMO_LINES] : FIRST_LINES;
    return lines.map((line) => ({ ...line, id: uuidv7(), checkedOn: null, checkedBy: null }));
  }
}
