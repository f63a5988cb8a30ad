import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { Injectable } from '@nestjs/common';
import { misused, Refused } from './exits.js';

const CTRL_C = '\u0003';
const INTERRUPTED = 130;

const cancelled = (): Refused => new Refused('Cancelled: nothing was changed.', INTERRUPTED);

/** Talks with the operator. Secrets are never shown, kept or logged. */
@Injectable()
export class Terminal {
  /** Whether somebody sits there who can be asked. */
  get interactive(): boolean {
    return Boolean(process.stdin.isTTY && process.stdout.isTTY);
  }

  say(...lines: readonly string[]): void {
    process.stdout.write(lines.map((line) => `${line}\n`).join(''));
  }

  /** Shows how far a long work is: one moving line for a person, a line for each quarter in a log. */
  progress(done: number, total: number, what: string): void {
    const words = `${done.toLocaleString('en-US')} of ${total.toLocaleString('en-US')} ${what}`;
    if (process.stdout.isTTY) process.stdout.write(`\r${words}${done === total ? '\n' : ''}`);
    else if (done === total) this.say(words);
  }

  /** Asks, or refuses when nobody can answer. `option` is named then. */
  async ask(question: string, option: string): Promise<string> {
    if (!this.interactive) throw misused(`Say ${option}: there is no terminal to ask on.`);
    const lines = createInterface({ input: process.stdin, output: process.stdout });
    const leaving = new AbortController();
    lines.once('SIGINT', () => leaving.abort()).once('close', () => leaving.abort()); // Ctrl-C, Ctrl-D
    try {
      return (await lines.question(`${question}: `, { signal: leaving.signal })).trim();
    } catch {
      throw cancelled();
    } finally {
      lines.close();
    }
  }

  /** Reads a line that is not shown. */
  async askSecretly(question: string): Promise<string> {
    process.stdout.write(`${question}: `);
    process.stdin.setRawMode(true).setEncoding('utf8');
    try {
      return await typed();
    } finally {
      process.stdin.setRawMode(false).pause();
      process.stdout.write('\n');
    }
  }

  /** The first line of a file, or of standard input for `-`. */
  firstLine(file: string): string {
    try {
      const [line = ''] = readFileSync(file === '-' ? 0 : file, 'utf8').split(/\r?\n/, 1);
      return line;
    } catch (error) {
      throw misused(`${file === '-' ? 'Standard input' : file} cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'}).`);
    }
  }
}

/** Collects keys until Enter; knows backspace and Ctrl-C, which raw mode hands over as letters. */
function typed(): Promise<string> {
  return new Promise((done, fail) => {
    let letters: string[] = [];
    const take = (chunk: string): void => {
      for (const letter of chunk) {
        if (letter === '\r' || letter === '\n') return end(() => done(letters.join('')));
        if (letter === CTRL_C) return end(() => fail(cancelled()));
        letters = letter === '\u007f' || letter === '\b' ? letters.slice(0, -1) : [...letters, letter];
      }
    };
    const end = (then: () => void): void => {
      process.stdin.off('data', take);
      then();
    };
    process.stdin.on('data', take).resume();
  });
}
