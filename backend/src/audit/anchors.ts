import { closeSync, existsSync, fstatSync, fsyncSync, mkdirSync, openSync, readFileSync, readSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Clock, Config, log } from '../platform/index.js';
import { anchorLine, readAnchors, type Anchor, type AnchorFile } from './domain/anchor.js';

/** Heads of the chain, kept outside the database: whoever can rewrite the chain cannot reach what has left it. Copy the file elsewhere now and then. */
@Injectable()
export class Anchors {
  readonly file: string;

  constructor(
    config: Config,
    private readonly clock: Clock,
  ) {
    this.file = join(config.DATA_DIR, 'audit-anchors.log');
  }

  /** Writes one line to standard output and one, synced, to the file. A full disk does not stop the desk; the next minute tries again. */
  keep(anchor: Anchor): void {
    log('audit.anchor', anchor);
    try {
      append(this.file, anchorLine(this.clock.now(), anchor));
    } catch (error) {
      log('audit.unanchored', { kind: (error as NodeJS.ErrnoException).code ?? 'unknown' });
    }
  }

  read(): AnchorFile {
    return readAnchors(existsSync(this.file) ? readFileSync(this.file, 'utf8') : '');
  }
}

function append(file: string, line: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const open = openSync(file, 'a+', 0o600);
  try {
    writeSync(open, endsInMidLine(open) ? `\n${line}` : line);
    fsyncSync(open);
  } finally {
    closeSync(open);
  }
}

/** A power cut may leave half a line; the next one must not be glued to it. */
function endsInMidLine(open: number): boolean {
  const { size } = fstatSync(open);
  const last = Buffer.alloc(1);
  return size > 0 && readSync(open, last, 0, 1, size - 1) === 1 && last.toString() !== '\n';
}
