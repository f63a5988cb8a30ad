import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { Db, type Actor } from '../../../platform/index.js';
import { HSDS_VERSION } from '../api/about.js';
import { linesOf } from '../api/lines.js';
import { OBJECTS } from '../domain/objects.js';
import { csvOf, descriptionOf } from '../domain/package.js';
import { Unnesting, type Fields } from '../domain/tables.js';

export const FORMS = ['json', 'ndjson', 'csv'] as const;
export type ExportForm = (typeof FORMS)[number];

/** How many objects of which kind were written. */
export type Written = Record<string, number>;

const LISTS = ['organizations', 'services'] as const;
type List = (typeof LISTS)[number];

/** Writes what the API publishes into files, whole and always in the same order: what is withheld there is not in them. */
@Injectable()
export class HsdsExport {
  constructor(private readonly db: Db) {}

  /** Into a folder that is there. Throws when a file of that name is in it already. */
  async run(actor: Actor, folder: string, form: ExportForm): Promise<Written> {
    if (form === 'csv') return this.csv(actor, folder);
    const written: Written = {};
    if (form === 'json') await create(join(folder, 'hsds.json'), this.oneText(actor, written));
    else for (const list of LISTS) await create(join(folder, `${list}.ndjson`), this.lineTexts(actor, list, written));
    return written;
  }

  /** `{version, organizations: […], services: […]}`, one object a line. */
  private async *oneText(actor: Actor, written: Written): AsyncGenerator<string> {
    yield `{"version":"${HSDS_VERSION}"`;
    for (const list of LISTS) {
      yield `,\n"${list}":[`;
      for await (const line of this.lines(actor, list, written)) yield `${written[list] === 1 ? '' : ','}\n${line}`;
      yield '\n]';
    }
    yield '}\n';
  }

  private async *lineTexts(actor: Actor, list: List, written: Written): AsyncGenerator<string> {
    for await (const line of this.lines(actor, list, written)) yield `${line}\n`;
  }

  /** A tabular package: `datapackage.json`, and a file for each object that has rows. */
  private async csv(actor: Actor, folder: string): Promise<Written> {
    const all = new Unnesting();
    for await (const line of this.lines(actor, 'organizations')) all.add('organization', JSON.parse(line) as Fields);
    for await (const line of this.lines(actor, 'services')) all.add('service', JSON.parse(line) as Fields);
    await writeFile(join(folder, 'datapackage.json'), `${JSON.stringify(descriptionOf(all.tables, HSDS_VERSION), null, 2)}\n`, { flag: 'wx' });
    for (const [name, rows] of all.tables) await writeFile(join(folder, OBJECTS[name].file), csvOf(name, rows), { flag: 'wx' });
    return Object.fromEntries([...all.tables].map(([name, rows]) => [name, rows.length]));
  }

  private async *lines(actor: Actor, list: List, written: Written = {}): AsyncGenerator<string> {
    for await (const lines of linesOf(this.db, actor, `exported ${list}`, { full: true })) {
      for (const line of lines.trimEnd().split('\n')) {
        written[list] = (written[list] ?? 0) + 1;
        yield line;
      }
    }
  }
}

const create = (file: string, text: AsyncIterable<string>): Promise<void> => pipeline(Readable.from(text), createWriteStream(file, { flags: 'wx' }));
