import { createWriteStream, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { Clock, Config, DeskError, notFound, uuidv7 } from '../../platform/index.js';

/** Bytes of a file that the desk takes; larger ones go by the command line. */
export const LARGEST = 20 * 1024 * 1024;
const FORMS = ['.csv', '.tsv', '.txt', '.xlsx', '.json', '.ndjson', '.xml'];
/** Milliseconds that a file waits for its run. */
const KEPT = 30 * 60_000;

const tooLarge = (): DeskError => new DeskError(413, 'import.too-large', `A file may have ${LARGEST / 1024 / 1024} MB at most. Larger ones go by the command line: npm run desk -- import.`);

/** Files that somebody sent, kept for their run and for half an hour at most, for nobody else to read. */
@Injectable()
export class Uploads {
  private readonly folder: string;

  constructor(
    config: Config,
    private readonly clock: Clock,
  ) {
    this.folder = join(config.DATA_DIR, 'uploads');
  }

  /** Gives the file's id. Throws 415 for a form that is not read and for what is no file, 413 when it is too large; nothing is kept then. */
  async keep(name: string | undefined, content: Readable | undefined): Promise<string> {
    this.sweep();
    const form = extname(name ?? '').toLowerCase();
    if (!FORMS.includes(form) || typeof content?.pipe !== 'function') throw new DeskError(415, 'import.form', `Choose a file of these forms: ${FORMS.join(', ')}. Another sheet can be saved as CSV.`);
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    const id = uuidv7();
    const folder = join(this.folder, id);
    mkdirSync(folder, { mode: 0o700 });
    try {
      await pipeline(content, counted(), createWriteStream(join(folder, `table${form}`), { flags: 'wx', mode: 0o600 }));
    } catch (error) {
      this.drop(id);
      throw error;
    }
    return id;
  }

  /** Where the file lies. Throws 404 when its time is over. */
  path(id: string): string {
    const folder = join(this.folder, basename(id));
    const [file] = existsSync(folder) ? readdirSync(folder) : [];
    if (file === undefined) throw notFound('import.file');
    return join(folder, file);
  }

  drop(id: string): void {
    rmSync(join(this.folder, basename(id)), { recursive: true, force: true });
  }

  private sweep(): void {
    for (const id of existsSync(this.folder) ? readdirSync(this.folder) : []) if (statSync(join(this.folder, id)).mtimeMs < this.clock.now().getTime() - KEPT) this.drop(id);
  }
}

function counted(): Transform {
  let bytes = 0;
  return new Transform({
    transform(part: Buffer, _, done) {
      bytes += part.length;
      done(bytes > LARGEST ? tooLarge() : null, part);
    },
  });
}
