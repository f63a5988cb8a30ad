import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOMS = ['interop', 'directory'];
let edition: string | undefined;

/** Names the program that reads and writes listings: another release may read the same words otherwise, whether anybody thought of it or not. */
export function readerEdition(): string {
  edition ??= ROOMS.flatMap((room) => programsIn(join(__dirname, '../..', room)))
    .reduce((hash, path) => hash.update(readFileSync(path)), createHash('sha256'))
    .digest('hex');
  return edition;
}

const programsIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.[jt]s$/.test(name) && !/\.(spec|d)\.[jt]s$/.test(name))
    .sort()
    .map((name) => join(folder, name));
