import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { deserialize, serialize } from 'node:v8';
import { Learned, type Weights } from './domain/reading/learned.js';
import { learnAtOnce, learning, type Example } from './domain/reading/learning.js';
import { tokens } from './domain/reading/tokens.js';
import type { SaidLine } from './phrases.service.js';

/** Where the build puts what it learned, the same seen from the sources and from what was built of them. */
const FOLDER = join(__dirname, '..', '..', 'dist', 'learned');

/** What is learned depends on codes and texts in their order, and on nothing else: the build empties its folder. */
function fileOf(lines: readonly SaidLine[]): string {
  const digest = createHash('sha256').update(JSON.stringify(lines.map(({ codes, text }) => [codes, text]))).digest('hex');
  return join(FOLDER, digest.slice(0, 32));
}

const examplesOf = (lines: readonly SaidLine[]): Example[] => lines.map(({ text, codes }) => ({ text: tokens(text), codes }));

/** Learns lines at once, for seconds in which nothing else runs, and keeps it for `learn`. */
export function learnAhead(lines: readonly SaidLine[]): void {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(fileOf(lines), serialize(learnAtOnce(examplesOf(lines))));
}

/** What the build learned of the same lines; undefined where it learned none such. */
export function learnedAhead(lines: readonly SaidLine[]): Learned | undefined {
  const file = fileOf(lines);
  return existsSync(file) ? new Learned(deserialize(readFileSync(file)) as Weights) : undefined;
}

const AT_A_TIME = 500;

/** Learns lines in steps of milliseconds, between which others are served. */
export async function learn(lines: readonly SaidLine[]): Promise<Learned> {
  const examples: Example[] = [];
  for (let at = 0; at < lines.length; at += AT_A_TIME) {
    examples.push(...examplesOf(lines.slice(at, at + AT_A_TIME)));
    await setImmediate();
  }
  const steps = learning(examples);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return new Learned(value);
    await setImmediate();
  }
}
