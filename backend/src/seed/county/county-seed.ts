import { Injectable } from '@nestjs/common';
import { HsdsImport, type ImportResult } from '../../interop/index.js';
import { Clock, Db, SYSTEM } from '../../platform/index.js';
import { COUNTY_PEER } from './county-peer.js';
import { COUNTY_SOURCE, countyServices } from './county.js';

/** Any number: it names the county that everybody sees. */
const SEED = 20_611;

/** Loads the invented county of the demo, through the importer, as any other source. */
@Injectable()
export class CountySeed {
  constructor(
    private readonly importer: HsdsImport,
    private readonly clock: Clock,
    private readonly db: Db,
  ) {}

  async run(onProgress?: (done: number, total: number) => void): Promise<ImportResult> {
    const today = this.clock.now().toISOString().slice(0, 10);
    const result = await this.importer.load(countyServices({ seed: SEED, today }), { source: COUNTY_SOURCE, complete: true, ...(onProgress && { onProgress }) });
    await this.db.statement(SYSTEM, COUNTY_PEER, [COUNTY_SOURCE]);
    return result;
  }
}
