import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ORIGIN, type Raw } from './reading.js';
import type { Origin } from './domain/report.js';

const BUFFER = 1 << 20;
const NONE = -1;

/** Numbers one after the other, as many as come. */
class Column<A extends Float64Array | Uint32Array> {
  length = 0;

  constructor(
    private values: A,
    private readonly make: (length: number) => A,
  ) {}

  push(value: number): void {
    if (this.length === this.values.length) {
      const wider = this.make(this.values.length * 2);
      wider.set(this.values);
      this.values = wider;
    }
    this.values[this.length++] = value;
  }

  at(index: number): number {
    return this.values[index] ?? NONE;
  }
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}

/** Which rows have which hash: the rows of one bucket are a chain in the order in which they were put. */
interface Buckets {
  first: Int32Array;
  next: Int32Array;
}

function bucketsOf(hashes: Column<Uint32Array>): Buckets {
  const first = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(2, hashes.length)))).fill(NONE);
  const next = new Int32Array(hashes.length).fill(NONE);
  for (let index = hashes.length - 1; index >= 0; index--) {
    const bucket = hashes.at(index) & (first.length - 1);
    next[index] = first[bucket] ?? NONE;
    first[bucket] = index;
  }
  return { first, next };
}

/**
 * Rows of tables by a key, kept in a file: memory holds some 24 bytes a row, so that no package is too large. First all are put,
 * then they are asked for; rows of one key come back in the order in which they were put. Everything is gone when it is closed.
 */
export class Shelf {
  private readonly folder = mkdtempSync(join(tmpdir(), 'import-'));
  private readonly file = openSync(join(this.folder, 'rows'), 'wx+', 0o600);
  private readonly starts = new Column(new Float64Array(1024), (length) => new Float64Array(length));
  private readonly hashes = new Column(new Uint32Array(1024), (length) => new Uint32Array(length));
  private buckets: Buckets | undefined;
  private unwritten: Buffer[] = [];
  private waiting = 0;
  private written = 0;

  put(key: string, raw: Raw): void {
    const origin = raw[ORIGIN] as Origin | undefined;
    const line = Buffer.from(JSON.stringify([key, raw, origin?.file, origin?.row]));
    this.starts.push(this.written + this.waiting);
    this.hashes.push(hashOf(key));
    this.unwritten.push(line);
    this.waiting += line.length;
    if (this.waiting > BUFFER) this.flush();
  }

  private flush(): void {
    const all = Buffer.concat(this.unwritten);
    writeSync(this.file, all, 0, all.length, this.written);
    this.written += all.length;
    this.unwritten = [];
    this.waiting = 0;
  }

  get(key: string): Raw[] {
    if (this.waiting) this.flush();
    const { first, next } = (this.buckets ??= bucketsOf(this.hashes));
    const found: Raw[] = [];
    const hash = hashOf(key);
    for (let index = first[hash & (first.length - 1)] ?? NONE; index !== NONE; index = next[index] ?? NONE) {
      const raw = this.hashes.at(index) === hash ? this.read(index, key) : undefined;
      if (raw) found.push(raw);
    }
    return found;
  }

  private read(index: number, key: string): Raw | undefined {
    const start = this.starts.at(index);
    const end = index + 1 < this.starts.length ? this.starts.at(index + 1) : this.written;
    const bytes = Buffer.allocUnsafe(end - start);
    readSync(this.file, bytes, 0, bytes.length, start);
    const [of, raw, file, row] = JSON.parse(bytes.toString()) as [string, Raw, string | null, number | null];
    return of === key ? { ...raw, ...(file && { [ORIGIN]: { file, row } }) } : undefined;
  }

  close(): void {
    closeSync(this.file);
    rmSync(this.folder, { recursive: true, force: true });
  }
}
