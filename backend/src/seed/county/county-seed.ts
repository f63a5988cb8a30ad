import { Injectable } from '@nestjs/common';
import { HsdsImport, type ImportResult } from '../../interop/index.js';
import { Clock } from '../../platform/index.js';
import { COUNTY_SOURCE, countyServices } from './county.js';

/** Any number: it names the county that everybody sees. */
const SEED = 20_611;

/** Loads the invented county of the demo, through the importer, as any other source. */
@Injectable()
export class CountySeed {
  constructor(
    private readonly importer: HsdsImport,
    private readonly clock: Clock,
  ) {}

  run(onProgress?: (done: number, total: number) => void): Promise<ImportResult> {
    const today = this.clock.now().toISOString().slice(0, 10);
    return this.importer.load(countyServices({ seed: SEED, today }), { source: COUNTY_SOURCE, complete: true, ...(onProgress && { onProgress }) });
  }
}
