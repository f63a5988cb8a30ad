import { Injectable } from '@nestjs/common';
import { Db, SYSTEM } from '../../platform/index.js';
import { Demo, FirstStart } from '../../seed/index.js';

/** The invented people, places and colleagues of the practice desk. */
@Injectable()
export class Town {
  constructor(
    private readonly start: FirstStart,
    private readonly demo: Demo,
    private readonly db: Db,
  ) {}

  /** What does not grow old, for the template. */
  async lay(say: (words: string) => void): Promise<void> {
    await this.start.reference();
    await this.demo.lay(say);
  }

  /** The stories, counted back from now. The invented colleagues say that they are: somebody of the same name may practise. */
  async tell(): Promise<void> {
    if (!(await this.demo.tell())) return;
    await this.db.statement(SYSTEM, `update people.account set name = name || ' (invented)' where demo and name not like '%(invented)'`);
  }
}
