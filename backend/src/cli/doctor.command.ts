import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'nest-commander';
import { asOwner, ConfigError, readConfig, type Config, type Keyring } from '../platform/index.js';
import * as database from './doctor/database.js';
import { lineOf, well, wrong, type Finding } from './doctor/finding.js';
import * as machine from './doctor/machine.js';
import { Refused } from './exits.js';
import { House } from './house.js';
import { OperatorCommand } from './operator-command.js';
import { Terminal } from './terminal.js';

const SECRETS = /\/\/[^@/\s]*@/g;

@Command({ name: 'doctor', description: 'Looks at configuration, data, keys, database, mail and disk; one line each, and what to do. Ends with 1 when something is wrong.' })
export class Doctor extends OperatorCommand {
  protected readonly example = '';

  constructor(
    private readonly house: House,
    private readonly terminal: Terminal,
  ) {
    super();
  }

  async run(): Promise<void> {
    const findings = await this.findings();
    this.terminal.say(...findings.map(lineOf));
    const faults = findings.filter(({ todo }) => todo).length;
    if (faults) throw new Refused(`${faults} of ${findings.length} need you.`);
    this.terminal.say('All is well.');
  }

  private async findings(): Promise<Finding[]> {
    const config = configured();
    if (Array.isArray(config)) return config;
    const { ring, finding } = machine.keys(config);
    const mode = well('Configuration', `${config.demo ? 'demo' : 'not a demo'}, ${config.baseUrl}, listens on ${config.bind}:${config.PORT}`);
    return [mode, machine.node(), machine.dataFolder(config), finding, machine.disk(config), await machine.mail(config), ...(await this.inside(config, ring))];
  }

  /** What only the database knows. One that does not answer is one finding. */
  private async inside(config: Config, ring: Keyring | undefined): Promise<Finding[]> {
    if (config.embedded && !existsSync(join(config.DATA_DIR, 'postgres'))) return [wrong('Database', 'not made yet', 'The first npm start makes it.')];
    try {
      return await this.house.withDatabase(() => examined(config, ring), config);
    } catch (error) {
      return [wrong('Database', `does not answer: ${String((error as Error).message || (error as { code?: string }).code).replace(SECRETS, '//')}`, 'Check DATABASE_URL, whether the server runs, and whether it lets this machine in.')];
    }
  }
}

/** The checked environment, or its faults. */
function configured(): Config | Finding[] {
  try {
    return readConfig();
  } catch (error) {
    if (error instanceof ConfigError) return error.faults.map((fault) => wrong('Configuration', fault, 'Mend it in the environment or in .env; .env.example explains every name.'));
    throw error;
  }
}

function examined(config: Config, ring: Keyring | undefined): Promise<Finding[]> {
  return asOwner(config.ownerUrl, async (ask, pending) => {
    const found = [await database.version(ask), database.migrations(pending), await database.roles(ask, config), await database.durability(ask)];
    return pending ? found : [...found, await database.keys(ask, ring), await database.crisisLines(ask, config), await database.onCall(ask)];
  });
}
