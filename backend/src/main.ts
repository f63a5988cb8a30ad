import './platform/source-maps.js';
import 'reflect-metadata';
import { mkdirSync } from 'node:fs';
import { type Config, ConfigError, configure, readConfig } from './platform/config/config.js';
import { migrate } from './platform/database/migrate.js';
import { startOwnDatabase, type OwnDatabase } from './platform/database/own-database.js';

type Stop = (signal: string) => Promise<void>;

async function served(config: Config, started: number): Promise<Stop> {
  await migrate(config.ownerUrl);
  configure(config);
  const { serve } = await import('./serve.js'); // only now: modules read the configuration when they load
  return serve(config, started);
}

/** Ends everything that was started, once. A start that is interrupted is not finished first: what it wrote goes on at the next one. */
function endAtSignals(database: Promise<OwnDatabase | undefined>, stop: () => Stop | undefined): void {
  let stopping = false;
  const end = (signal: string): void => {
    if (stopping) return;
    stopping = true;
    void Promise.resolve(stop()?.(signal))
      .then(async () => (await database)?.leave())
      .finally(() => process.exit(0));
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => end(signal));
}

/** Checks the environment, brings the database up, migrates, serves. Signals are heard from the first moment: a database must not outlive its desk. */
async function main(): Promise<void> {
  const started = Date.now();
  const config = readConfig();
  mkdirSync(config.DATA_DIR, { recursive: true, mode: 0o700 });
  const database = startOwnDatabase(config);
  let stop: Stop | undefined;
  endAtSignals(database, () => stop);
  const own = await database;
  try {
    stop = await served(config, started);
  } catch (error) {
    await own?.leave();
    throw error;
  }
}

/** What the operator reads when the start fails: a sentence, no stack trace. */
function reason(error: unknown): string {
  if (error instanceof ConfigError) return error.message;
  const { code, port, message } = error as NodeJS.ErrnoException & { port?: number };
  if (code === 'EADDRINUSE') return `The desk did not start: port ${port} is taken. Stop what uses it, or set PORT to another.`;
  return `The desk did not start: ${message || code || 'no reason given'}`;
}

main().catch((error: unknown) => {
  console.error(reason(error));
  process.exit(error instanceof ConfigError ? 78 : 1);
});

