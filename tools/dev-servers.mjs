// Keeps the embedded database for the watched backend, which is killed with all its children at each change, and runs
// the two watching servers until they end. Node 24, built backend.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { environment, fail, ROOT } from './lib.mjs';

const require = createRequire(import.meta.url);
const { readConfig } = require(join(ROOT, 'backend/dist/platform/config/config.js'));
const { startOwnDatabase } = require(join(ROOT, 'backend/dist/platform/database/own-database.js'));

const DATA_DIR = resolve(ROOT, process.env.DATA_DIR || '.data'); // the watched backend runs in another folder
const inherited = environment({ DATA_DIR });
delete inherited.PORT; // the backend is on 3000, where the proxy looks for it; ng serve would take the variable for its own

/** The checked configuration; a fault ends the start with its sentence. */
function configured() {
  try {
    return readConfig({ ...process.env, DATA_DIR });
  } catch (error) {
    return fail(error.message);
  }
}

const database = await startOwnDatabase(configured());
const servers = spawn('nx', ['run-many', '-t', 'serve', '--output-style=stream', '--parallel=3'], { cwd: ROOT, stdio: 'inherit', env: inherited });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => servers.kill(signal));
servers.on('exit', (code) => void Promise.resolve(database?.leave()).finally(() => process.exit(code ?? 0)));
