import 'reflect-metadata';
import { mkdirSync } from 'node:fs';
import { type Config, ConfigError, configure, readConfig } from './platform/config/config.js';
import { migrate } from './platform/database/migrate.js';
import { startOwnDatabase } from './platform/database/own-database.js';

async function served(config: Config, started: number): Promise<(signal: string) => Promise<void>> {
  await migrate(config.ownerUrl);
  configure(config);
  const { serve } = await import('./serve.js'); // only now: modules read the configuration when they load
  return serve(config, started);
}

/** Checks the environment, brings the database up, migrates, serves, and stops everything it started. */
async function main(): Promise<void> {
  const started = Date.now();
  const config = readConfig();
  mkdirSync(config.DATA_DIR, { recursive: true, mode: 0o700 });
  const database = await startOwnDatabase(config);
  const stop = await served(config, started).catch(async (error: unknown) => {
    await database?.leave();
    throw error;
  });
  let stopping = false;
  const end = (signal: string): void => {
    if (stopping) return;
    stopping = true;
    void stop(signal)
      .then(() => database?.leave())
      .finally(() => process.exit(0));
  };
  process.on('SIGTERM', () => end('SIGTERM')).on('SIGINT', () => end('SIGINT')).on('SIGHUP', () => end('SIGHUP'));
}

main().catch((error: unknown) => {
  console.error(error instanceof ConfigError ? error.message : `The desk did not start: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(error instanceof ConfigError ? 78 : 1);
});

