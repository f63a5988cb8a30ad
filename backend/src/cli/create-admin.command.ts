import { Command, Option } from 'nest-commander';
import { Accounts } from '../people/index.js';
import { House } from './house.js';
import { misused } from './exits.js';
import { OperatorCommand } from './operator-command.js';
import { Terminal } from './terminal.js';

interface Given {
  email?: string;
  name?: string;
  passwordFile?: string;
}

@Command({ name: 'create-admin', description: 'Makes an administrator. An account that exists is never changed.' })
export class CreateAdmin extends OperatorCommand {
  protected readonly example = '--email ada@example.org --name "Ada Quill"';

  constructor(
    private readonly house: House,
    private readonly terminal: Terminal,
  ) {
    super();
  }

  async run(_: string[], given: Given = {}): Promise<void> {
    const email = given.email ?? (await this.terminal.ask('E-mail', '--email'));
    const name = given.name ?? (await this.terminal.ask('Name', '--name'));
    if (!name.trim()) throw misused('A name is needed.');
    const password = await this.password(given.passwordFile);
    await this.house.opened('whole', (app) => app.get(Accounts).create({ email, name: name.trim(), roles: ['ADM'], password }));
    this.terminal.say(`The administrator ${email.trim().toLowerCase()} can sign in at the desk now.`);
  }

  private async password(file: string | undefined): Promise<string> {
    if (file) return this.terminal.firstLine(file);
    if (!this.terminal.interactive) return this.terminal.firstLine('-');
    const once = await this.terminal.askSecretly('Password (15 characters or more, not shown)');
    if ((await this.terminal.askSecretly('The same again')) !== once) throw misused('The two passwords differ. Nothing was changed.');
    return once;
  }

  @Option({ flags: '--email <address>', description: 'the address to sign in with; asked for when left out' })
  email(value: string): string {
    return value;
  }

  @Option({ flags: '--name <name>', description: 'the name that colleagues see; asked for when left out' })
  displayName(value: string): string {
    return value;
  }

  @Option({ flags: '--password-file <file>', description: 'a file whose first line is the password, - for standard input; asked for, unseen, when left out' })
  passwordFile(value: string): string {
    return value;
  }
}
