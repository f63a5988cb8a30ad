import { Injectable } from '@nestjs/common';
import { QUEUE_START, viewer, type ReadQueue } from '../../intake/index.js';
import { Clock, Config, Db, notFound, type Actor } from '../../platform/index.js';
import { localDay } from '../../referrals/index.js';
import { Settings } from '../../settings/index.js';
import { LOAD_FIGURES, type LoadFigure, type LoadView } from './load.dto.js';
import { LOAD, LOAD_ROWS } from './load.sql.js';

const isFigure = (only: string): only is LoadFigure => (LOAD_FIGURES as readonly string[]).includes(only);

/** Who has how much in their hands, for supervisors; every number opens the rows that it counts. */
@Injectable()
export class Load {
  constructor(
    private readonly db: Db,
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  async now(actor: Actor): Promise<LoadView> {
    const [load] = await this.db.statement<LoadView>(actor, LOAD, [await this.today(), this.config.demo]);
    return load ?? { people: [], views: [] };
  }

  /** A page of the queue as JSON text. Throws 404 for a number that there is none of. */
  async rows(actor: Actor, { person, only, after, size }: { person: string; only: string } & Pick<ReadQueue, 'after' | 'size'>): Promise<string> {
    if (!isFigure(only)) throw notFound('load');
    const mark = after?.split('_') ?? QUEUE_START;
    const [row] = await this.db.statement<{ page: string }>(actor, LOAD_ROWS[only], [...viewer(actor), ...mark, size, person, await this.today()]);
    return row?.page ?? '';
  }

  private async today(): Promise<string> {
    return localDay(this.clock.now(), (await this.settings.desk()).zone);
  }
}
