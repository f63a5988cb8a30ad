import { mkdirSync } from 'node:fs';
import { Injectable, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { configure, migrate, readConfig, startOwnDatabase, type Config } from '../platform/index.js';
import { ReferenceSeed } from '../seed/index.js';

const INTERRUPTED = 130;
const QUIET = { logger: false, abortOnError: false } as const;

/** What of the product a command stands on. Loaded when it is opened, so that --help waits for neither and an import not for the desk. */
const PARTS = {
  async whole(): Promise<INestApplicationContext> {
    const [{ AppModule }, { FastifyAdapter }] = await Promise.all([import('../app.module.js'), import('@nestjs/platform-fastify')]);
    return NestFactory.create(AppModule, new FastifyAdapter(), QUIET); // pages ask for a server; this one never listens
  },
  async files(): Promise<INestApplicationContext> {
    return NestFactory.createApplicationContext((await import('./files.module.js')).FilesModule, QUIET);
  },
};
type Part = keyof typeof PARTS;
type Work<T> = (app: INestApplicationContext, config: Config) => Promise<T>;

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

  /** A part of the product, migrated, without its server and its timers. */
  opened<T>(part: Part, work: Work<T>): Promise<T> {
    return this.withDatabase(async (config) => {
      await migrate(config.ownerUrl);
      return this.assembled(config, part, work);
    });
  }

  /** As `opened`, with the product's vocabulary and places also before the first start: listings and questions are read by them. */
  furnished<T>(part: Part, work: Work<T>): Promise<T> {
    return this.opened(part, async (app, config) => {
      await app.get(ReferenceSeed, { strict: false }).run();
      return work(app, config);
    });
  }

  /** As `opened`, on a database that is migrated already. */
  async assembled<T>(config: Config, part: Part, work: Work<T>): Promise<T> {
    configure(config);
    const app = await PARTS[part]();
    try {
      await app.init();
      return await work(app, config);
    } finally {
      await app.close();
    }
  }
}
