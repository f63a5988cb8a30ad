import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { Command } from 'nest-commander';
import { Anchors, Audit, AuditVerifier } from '../audit/index.js';
import { loadRing, migrate, ownerTransaction, readConfig, ringFile, SYSTEM, type Ask, type Config, type Keyring } from '../platform/index.js';
import { checkArchive, readArchive } from './backup/archive.js';
import type { Manifest } from './backup/dump.js';
import { foreignRows, load, manifestFrom, requireSameState } from './backup/load.js';
import { openSome } from './backup/proof.js';
import { misused, Refused } from './exits.js';
import { House } from './house.js';
import { OperatorCommand } from './operator-command.js';
import { Terminal } from './terminal.js';

@Command({
  name: 'restore',
  arguments: '<file>',
  argsDescription: { file: 'what desk backup wrote' },
  description: 'Puts a backup into an empty database, all or nothing, and proves what it put there. Before the first start of the desk.',
})
export class Restore extends OperatorCommand {
  protected readonly example = '/mnt/safe/desk-2026-11-25.backup';

  constructor(
    private readonly house: House,
    private readonly terminal: Terminal,
  ) {
    super();
  }

  async run([given = '']: string[]): Promise<void> {
    const file = resolve(given);
    if (!existsSync(file)) throw misused(`There is nothing at ${file}.`);
    const ring = ringIn(readConfig());
    await checkArchive(file, ring);
    this.terminal.say('The archive is whole and its key is in the ring.');
    await this.house.withDatabase(async (config) => {
      await migrate(config.ownerUrl);
      const manifest = await this.loaded(config, { file, ring });
      await this.house.assembled(config, 'files', (app) => this.proved(app, manifest));
    });
  }

  /** In one transaction, which ends only after the archive's last byte was found right. */
  private async loaded(config: Config, { file, ring }: { file: string; ring: Keyring }): Promise<Manifest> {
    let manifest: Manifest | undefined;
    await ownerTransaction(config.ownerUrl, { frozen: false }, async (ask) => {
      await requireEmpty(ask);
      await readArchive(file, ring, async (lines) => {
        manifest = await manifestFrom(lines);
        await requireSameState(ask, manifest);
        requireKeys(manifest, ring);
        const total = manifest.tables.reduce((sum, { rows }) => sum + rows, 0);
        await load(ask, { manifest, lines }, (done) => this.terminal.progress(done, total, 'rows'));
      });
    });
    return manifest as Manifest;
  }

  private async proved(app: INestApplicationContext, { head, madeAt, tables }: Manifest): Promise<void> {
    const { checked, because, brokenAt, unsealed } = await app.get(AuditVerifier).verify(head ? [head] : []);
    if (because) throw new Refused(`The rows are in place, but the audit is broken at seal ${brokenAt}: it was so when the backup was made, or the backup is forged. Do not start the desk; tell whoever is responsible for privacy.`);
    const opened = await openSome(app);
    await app.get(Audit).alone(SYSTEM, { act: 'backup.restore', object: 'database', objectId: null });
    this.terminal.say(
      `Rows: all ${tables.length} tables have as many as the backup of ${madeAt}.`,
      `Audit: the chain of ${checked.toLocaleString('en-US')} seals is whole and ends where the backup said; ${unsealed.toLocaleString('en-US')} wait for the desk.`,
      `Sealed values: ${opened} opened with the key ring.`,
      'Everybody signs in again. Letters that were waiting are not sent: look through the queue for urgent requests.',
      'Whoever was erased after the backup is back: erase them again.',
      ...later(app.get(Anchors), head?.seq ?? 0),
    );
  }
}

/** The ring must be there before: one that is made now could open nothing. */
function ringIn(config: Config): Keyring {
  if (config.KEY_RING || existsSync(ringFile(config))) return loadRing(config);
  throw new Refused(`There is no key ring. Put your copy to ${resolve(ringFile(config))} (readable by nobody else), or set KEY_RING. Nothing was changed.`);
}

function requireKeys({ keys }: Manifest, ring: Keyring): void {
  const missing = keys.filter((id) => !ring.has(id));
  if (missing.length) throw new Refused(`The key ring lacks ${missing.join(', ')} (missing or retired), and the backup needs it. Nothing was changed.`);
}

async function requireEmpty(ask: Ask): Promise<void> {
  const found = await foreignRows(ask);
  if (found.length) throw new Refused(`The database is not empty: ${found.join(', ')}. Restore into a new data folder or a new database, before the desk is started. Nothing was changed.`);
}

/** Anchors that are newer than the backup would call the restored chain cut off, and rightly: what came after it is lost. */
function later(kept: Anchors, seq: number): string[] {
  const newest = Math.max(0, ...kept.read().anchors.map((anchor) => anchor.seq));
  return newest > seq ? [`${kept.file} tells of ${(newest - seq).toLocaleString('en-US')} seals after the backup: those acts are lost. Move the file to where you keep what happened, or verify-audit will call the chain cut off.`] : [];
}
