import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Db, Jobs, SYSTEM } from '../platform/index.js';

const CLOCK = 'directory.prune-history';
/** Lines of one statement, so that no import waits for it. */
const BATCH = 5000;

/**
 * How long a line of an import is kept. A source that changes its mind every night writes one every night, and every listing is
 * checked within a year: two years hold two checks, so that somebody can see since when a source says what it says. What stewards
 * and agencies changed is kept for good. The policy of the table says the same, so that nothing else can go.
 */
const KEPT = `interval '2 years'`;

/** A later line `n` of the same field. Each owner has its index, along which the first later line is found at once. */
const later = (owner: string): string => `exists (select from directory.change n where n.${owner} = c.${owner} and n.at >= c.at and (n.at, n.id) > (c.at, c.id) and n.field = c.field)`;

/** $1 how many. Lines of imports whose time is over, the oldest first; the newest line of a field stays, whoever wrote it. */
const PRUNE = `
with gone as (
  delete from directory.change where id in (
    select c.id from directory.change c where c.source is not null and c.at < now() - ${KEPT}
      and case when c.service_id is not null then ${later('service_id')} else ${later('organization_id')} end
    order by c.at, c.id limit $1)
  returning id)
select count(*)::int as count from gone`;

/** Prunes what imports wrote into the history of listings, every night, batch by batch. */
@Injectable()
export class HistoryClock implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.register({ name: CLOCK, retries: 0, cron: '40 8 * * *', work: async () => void (await this.look()) });
  }

  /** How many lines went. Broken off, the next night goes on. */
  async look(): Promise<number> {
    let gone = 0;
    for (let more = true; more; ) {
      const [batch] = await this.db.statement<{ count: number }>(SYSTEM, PRUNE, [BATCH]);
      gone += batch?.count ?? 0;
      more = batch?.count === BATCH;
    }
    return gone;
  }
}
