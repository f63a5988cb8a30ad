import './platform/source-maps.js';
import 'reflect-metadata';
import { mkdirSync } from 'node:fs';
import { configure, readConfig } from './platform/config/config.js';
import { failureOf } from './practice/domain/talk.js';
import type { FromChild, ToChild } from './practice/domain/talk.js';

let stop: () => Promise<void> = () => Promise.resolve();
let ending = false;

function end(): void {
  if (ending) return;
  ending = true;
  void stop().finally(() => process.exit(0));
}

const say = (words: FromChild): void => void (process.connected && process.send?.(words));

/** Does what it was started for. The configuration is read first: modules read it when they load. */
async function begin(work: ToChild): Promise<void> {
  const config = readConfig();
  mkdirSync(config.DATA_DIR, { recursive: true, mode: 0o700 });
  configure(config);
  const { makeTemplate, servePractice } = await import('./practice-serve.js');
  if (work.kind === 'make') await makeTemplate(config, say).then(end);
  else if (work.kind === 'serve') stop = await servePractice(config, work, say);
}

/**
 * The practice desk's process (decision 53). Only `practice/child.ts` starts it and tells it over their private channel what to do. Ctrl-C in
 * a terminal reaches it too and is left to the real desk, which ends it; when that one is gone, however it went, the channel closes and this ends.
 */
function main(): void {
  for (const signal of ['SIGINT', 'SIGHUP']) process.on(signal, () => undefined);
  process.on('SIGTERM', end);
  process.on('disconnect', end);
  process.once('message', (work: ToChild) => {
    begin(work).catch((error: unknown) => {
      const last: FromChild = { kind: 'failed', code: failureOf(error) };
      process.send?.(last, () => process.exit(1));
    });
  });
  if (!process.connected) {
    console.error('The practice desk is started by the desk itself, when somebody practises.');
    process.exit(64);
  }
}

main();
