import { spawn } from 'node:child_process';
import { join } from 'node:path';

const MAIN = join(__dirname, '..', 'dist', 'cli', 'main.js');

export interface Outcome {
  code: number | null;
  /** Standard output, then standard error. */
  text: string;
}

/** Runs an operator's command as the operator does: the compiled program, a process of its own, no terminal. */
export function command(args: readonly string[], environment: Record<string, string>, input = ''): Promise<Outcome> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [MAIN, ...args], { env: { PATH: process.env['PATH'], ...environment }, stdio: ['pipe', 'pipe', 'pipe'] });
    let [out, err] = ['', ''];
    child.stdout.on('data', (part: Buffer) => (out += part.toString()));
    child.stderr.on('data', (part: Buffer) => (err += part.toString()));
    child.on('close', (code) => done({ code, text: out + err }));
    child.stdin.end(input);
  });
}
