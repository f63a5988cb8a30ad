import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Can } from './people/index.js';
import { Db, SYSTEM, unavailable } from './platform/index.js';

/** Between the two the process is ready: before, jobs and events do not run yet; after, it still answers, but wants no new work. */
export const life = { started: false, stopping: false };

/** Says no more than yes or no: details would tell a stranger about the inside. */
@ApiExcludeController()
@Controller()
export class HealthController {
  constructor(private readonly db: Db) {}

  @Get('livez')
  @Can('page.read')
  live(): { status: string } {
    return { status: 'ok' };
  }

  @Get('readyz')
  @Can('page.read')
  ready(): Promise<{ status: string }> {
    return this.answersInTime();
  }

  private async answersInTime(): Promise<{ status: string }> {
    if (!life.started) throw unavailable('desk.starting');
    if (life.stopping) throw unavailable('desk.stopping');
    await Promise.race([this.db.statement(SYSTEM, 'select 1 from settings.desk'), late(500)]);
    return { status: 'ok' };
  }
}

const late = (milliseconds: number): Promise<never> => new Promise((_, fail) => setTimeout(() => fail(unavailable('database.slow')), milliseconds).unref());
