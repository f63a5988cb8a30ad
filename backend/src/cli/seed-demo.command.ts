import { Command } from 'nest-commander';
import { readConfig } from '../platform/index.js';
import { FirstStart } from '../seed/index.js';
import { Refused } from './exits.js';
import { House } from './house.js';
import { OperatorCommand } from './operator-command.js';
import { Terminal } from './terminal.js';

@Command({ name: 'seed-demo', description: 'Loads the invented county with its people and stories. In demo mode only.' })
export class SeedDemo extends OperatorCommand {
  protected readonly example = '';

  constructor(
    private readonly house: House,
    private readonly terminal: Terminal,
  ) {
    super();
  }

  async run(): Promise<void> {
    if (!readConfig().demo) throw new Refused('This desk is not in demo mode. Invented people must not stand among real ones: use a database of its own and DEMO=1, which also keeps the desk on this machine.');
    let loaded = false;
    await this.house.opened('whole', (app) => app.get(FirstStart, { strict: false }).run((line) => ((loaded = true), this.terminal.say(line))));
    this.terminal.say(loaded ? 'The demo is loaded.' : 'The demo was loaded already. Nothing was changed.');
  }
}
