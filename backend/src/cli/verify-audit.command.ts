import { Command } from 'nest-commander';
import { Anchors, AuditVerifier, type Verdict } from '../audit/index.js';
import { asOwner } from '../platform/index.js';
import { Refused } from './exits.js';
import { House } from './house.js';
import { OperatorCommand } from './operator-command.js';
import { Terminal } from './terminal.js';

const WHY: Readonly<Record<NonNullable<Verdict['because']>, string>> = {
  changed: 'An audit row was changed, or the chain was written anew after it was anchored',
  missing: 'An audit row or its seal was taken out',
  truncated: 'The chain is shorter than an anchor says: its end was cut off, or an older database was put back',
};
const many = (count: number, what: string): string => `${count.toLocaleString('en-US')} ${what}${count === 1 ? '' : 's'}`;

@Command({ name: 'verify-audit', description: 'Computes the chain of the audit again and compares it with the anchors kept outside the database.' })
export class VerifyAudit extends OperatorCommand {
  protected readonly example = '';

  constructor(
    private readonly house: House,
    private readonly terminal: Terminal,
  ) {
    super();
  }

  async run(): Promise<void> {
    await this.house.withDatabase(async (config) => {
      const pending = await asOwner(config.ownerUrl, (_, count) => Promise.resolve(count));
      if (pending) throw new Refused(`The database is not up to date (${many(pending, 'migration')} to run): start the desk once, then verify.`);
      await this.house.assembled(config, 'files', (app) => this.verify(app.get(AuditVerifier), app.get(Anchors)));
    });
  }

  private async verify(verifier: AuditVerifier, kept: Anchors): Promise<void> {
    const { anchors, unreadable } = kept.read();
    const { checked, unsealed, brokenAt, because } = await verifier.verify(anchors);
    this.terminal.say(`${many(checked, 'sealed row')} checked, ${many(anchors.length, 'anchor')} read from ${kept.file}`);
    if (unreadable) this.terminal.say(`${many(unreadable, 'line')} of the anchors file cannot be read: a power cut, or an edit. Compare it with your copy.`);
    if (unsealed) this.terminal.say(`${many(unsealed, 'row')} not sealed yet: the newest second, or what was written while no desk ran.`);
    if (because) throw new Refused(`The audit is broken at seal ${brokenAt}. ${WHY[because]}. Keep the database as it is and tell whoever is responsible for privacy.`);
    this.terminal.say('The audit is whole.');
  }
}
