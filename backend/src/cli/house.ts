import { mkdirSync } from 'node:fs';
import { Injectable, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { configure, migrate, readConfig, startOwnDatabase, type Config } from '../platform/index.js';

const INTERRUPTED = 130;

/** Opens the product for one command: beside a running desk, or without one. Nothing that was started here stays. */
@Injectable()
export class House {
  /** Brings up the database that the configuration names, adopting one that runs. */
  async withDatabase<T>(work: (config: Config) => Promise<T>, config: Config = readConfig()): Promise<T> {
    mkdirSync(config.DATA_DIR, { recursive: true, mode: 0o700 });
    const database = await startOwnDatabase(config);
    const interrupted = (): void => void Promise.resolve(database?.leave()).finally(() => process.exit(INTERRUPTED));
    process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
    try {
      return await work(config);
    } finally {
      process.off('SIGINT', interrupted).off('SIGTERM', interrupted);
      await database?.leave();
    }
  }

  /** The whole product, migrated, without its server and its timers. */
  opened<T>(work: (app: INestApplicationContext, config: Config) => Promise<T>): Promise<T> {
    return this.withDatabase(async (config) => {
      await migrate(config.ownerUrl);
      return this.assembled(config, work);
    });
  }

  /** As `opened`, with the product's vocabulary and places also before the first start: listings and questions are read by them. */
  furnished<T>(work: (app: INestApplicationContext, config: Config) => Promise<T>): Promise<T> {
    return this.opened(async (app, config) => {
      const { ReferenceSeed } = await import('../seed/index.js');
      await app.get(ReferenceSeed, { strict: false }).run();
      return work(app, config);
    });
  }

  /** As `opened`, on a database that is migrated already. */
  async assembled<T>(config: Config, work: (app: INestApplicationContext, config: Config) => Promise<T>): Promise<T> {
    configure(config);
    const { AppModule } = await import('../app.module.js'); // only now: --help must not wait for it
    const app = await NestFactory.create(AppModule, new FastifyAdapter(), { logger: false, abortOnError: false }); // pages ask for a server; this one never listens
    try {
      await app.init();
      return await work(app, config);
    } finally {
      await app.close();
    }
  }
}
