import 'reflect-metadata';
import { CommandFactory } from 'nest-commander';
import { CliModule } from './cli.module.js';
import { exitOf } from './exits.js';

function raise(error: Error): never {
  throw error;
}

/** The operator's commands. Every end has a sentence and an exit code: 0 done, 1 something is wrong, 64 wrong use, 78 wrong configuration. */
async function main(): Promise<void> {
  await CommandFactory.run(CliModule, { logger: false, abortOnError: false, errorHandler: raise, serviceErrorHandler: raise });
}

main().catch((error: unknown) => {
  const { code, says } = exitOf(error);
  if (says) console.error(says);
  process.exitCode = code;
});
