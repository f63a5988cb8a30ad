import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { Command } from 'nest-commander';
import { auditBody } from '../audit/index.js';
import { asOwner, loadRing, ownerTransaction, ringFile, SYSTEM, type Config } from '../platform/index.js';
import { writeArchive } from './backup/archive.js';
import { dump, type Manifest } from './backup/dump.js';
import { misused, Refused } from './exits.js';
import { House } from './house.js';
import { OperatorCommand } from './operator-command.js';
import { Terminal } from './terminal.js';

@Command({
  name: 'backup',
  arguments: '<file>',
  argsDescription: { file: 'a file that is not there yet' },
  description: 'Writes the database, as it is at one moment, into one compressed and encrypted file. The key ring is not in it: keep that apart.',
})
export class Backup extends OperatorCommand {
  protected readonly example = '/mnt/safe/desk-2026-11-25.backup';

  constructor(
    private readonly house: House,
    private readonly terminal: Terminal,
  ) {
    super();
  }

  async run([given = '']: string[]): Promise<void> {
    const file = resolve(given);
    if (existsSync(file)) throw misused(`${file} is there already. A backup never replaces another.`);
    await this.house.withDatabase(async (config) => this.report(await this.written(config, file), { config, file }));
  }

  /** Under another name until it is whole: what carries the name can be restored. */
  private async written(config: Config, file: string): Promise<Manifest> {
    await announced(config);
    const part = `${file}.partial`;
    let manifest: Manifest | undefined;
    try {
      await ownerTransaction(config.ownerUrl, { frozen: true }, (ask) => writeArchive(part, loadRing(config), dump(ask, (told) => (manifest = told))));
      renameSync(part, file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') rmSync(part, { force: true });
      throw unwritable(error, part);
    }
    return manifest as Manifest;
  }

  private report({ tables, keys, head, migrations }: Manifest, { config, file }: { config: Config; file: string }): void {
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    this.terminal.say(
      `${file}: ${rows.toLocaleString('en-US')} rows of ${tables.length} tables, ${(statSync(file).size / 1024).toLocaleString('en-US', { maximumFractionDigits: 0 })} KiB, as of migration ${migrations.at(-1)}.`,
      `Audit: ${head ? `${head.seq.toLocaleString('en-US')} seals, the last is ${head.hash}` : 'no seal yet'}.`,
      `Not in it: the key ring, sessions, open forms, jobs, and the audit's anchors (audit-anchors.log in the data folder).`,
      `Without the key ring nobody can read it. It needs ${keys.join(', ') || 'no key for requests yet'}, and the ring's first key for the file itself.`,
      config.KEY_RING ? 'The ring is in KEY_RING. Keep a copy of it in another place than this file.' : `The ring is ${ringFile(config)}. Keep a copy of it in another place than this file.`,
    );
  }
}

/** That everything leaves the database is written down first. */
async function announced(config: Config): Promise<void> {
  await asOwner(config.ownerUrl, async (ask, pending) => {
    if (pending) throw new Refused(`The database is not up to date (${pending} to run): start the desk once, then make the backup.`);
    await ask('insert into audit.entry (body) values ($1)', [auditBody(SYSTEM, { act: 'backup.make', object: 'database', objectId: null })]);
  });
}

function unwritable(error: unknown, part: string): unknown {
  const { code, path } = error as NodeJS.ErrnoException;
  if (code === 'EEXIST') return new Refused(`${part} is there already: another backup runs, or one was cut off. Take it away first.`);
  return path === part ? new Refused(`${part} cannot be written (${code}).`) : error;
}
