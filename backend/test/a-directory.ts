import type { Type } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { AuditModule } from '../src/audit/index.js';
import { DirectoryModule } from '../src/directory/index.js';
import { InteropModule } from '../src/interop/index.js';
import { Phrases, WeightsVersions } from '../src/matching/index.js';
import { LiveWeights } from '../src/matching/ordering/live-weights.service.js';
import { PeopleModule } from '../src/people/index.js';
import { PlatformModule } from '../src/platform/index.js';
import { CountySeed } from '../src/seed/county/county-seed.js';
import { ReferenceSeed } from '../src/seed/reference/reference.js';
import { testDatabase, type TestDatabase } from './test-database.js';

export interface TestDirectory extends TestDatabase {
  get<T>(type: Type<T>): T;
  count(from: string): Promise<number>;
  stop(): Promise<void>;
}

/** The directory with its reference data on a database of its own, without the rest of the house. */
export async function testDirectory(): Promise<TestDirectory> {
  const database = await testDatabase();
  const module = await Test.createTestingModule({ imports: [PlatformModule, AuditModule, PeopleModule, DirectoryModule, InteropModule], providers: [ReferenceSeed, CountySeed, Phrases, LiveWeights, WeightsVersions] }).compile();
  await module.get(ReferenceSeed).run();
  return {
    ...database,
    get: (type) => module.get(type, { strict: false }),
    count: async (from) => Number((await database.sql<{ n: string }>(`select count(*) as n from ${from}`))[0]?.n),
    stop: async () => {
      await module.close();
      await database.drop();
    },
  };
}
