import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { Command, Option } from 'nest-commander';
import { FORMS, HsdsExport, type ExportForm } from '../interop/index.js';
import { PUBLIC } from '../platform/index.js';
import { misused, Refused } from './exits.js';
import { House } from './house.js';
import { OperatorCommand } from './operator-command.js';
import { Terminal } from './terminal.js';

interface Given {
  as?: string;
}

@Command({
  name: 'export',
  arguments: '<folder>',
  argsDescription: { folder: 'a folder that is empty or not there yet' },
  description: 'Writes the directory as it is published (HSDS 3.2) into a folder, for another desk or any other reader. Hidden addresses, unconfirmed terms and everything about people who asked for help are not in it.',
})
export class ExportListings extends OperatorCommand {
  protected readonly example = 'exports/2026-11-28 --as csv';

  constructor(
    private readonly house: House,
    private readonly terminal: Terminal,
  ) {
    super();
  }

  async run([given = '']: string[], { as = 'json' }: Given = {}): Promise<void> {
    const form = FORMS.find((one) => one === as);
    if (!form) throw misused(`--as takes ${FORMS.join(', ')}.`);
    const folder = writable(given);
    await this.house.opened('files', async (app) => this.report(folder, form, await app.get(HsdsExport, { strict: false }).run(PUBLIC, folder, form)));
  }

  private report(folder: string, form: ExportForm, written: Readonly<Record<string, number>>): void {
    const counts = Object.entries(written).map(([what, count]) => `${count.toLocaleString('en-US')} ${what.replaceAll('_', ' ')}`);
    this.terminal.say(`${folder}: ${counts.join(', ') || 'nothing: the directory is empty'}.`, `To read it into another desk: npm run desk -- import ${form === 'json' ? `${folder}/hsds.json` : folder} --source <name>`);
  }

  @Option({ flags: '--as <form>', description: 'json (one file, hsds.json), ndjson (one object a line) or csv (a tabular package with its datapackage.json). Left out: json' })
  as(value: string): string {
    return value;
  }
}

/** The whole path of a folder in which nothing stands yet: an export never mixes with another. */
function writable(given: string): string {
  const folder = resolve(given);
  try {
    if (existsSync(folder) && readdirSync(folder).length) throw misused(`${folder} is not empty.`);
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw code ? new Refused(`${folder} cannot be written (${code}).`) : error;
  }
  return folder;
}
