import { Command, Option } from 'nest-commander';
import { QuestionFile } from '../matching/index.js';
import { misused } from './exits.js';
import { House } from './house.js';
import { OperatorCommand } from './operator-command.js';
import { questionsOf } from './questions.js';
import { Terminal } from './terminal.js';

@Command({
  name: 'match',
  arguments: '<file>',
  argsDescription: { file: 'JSON: a list of {"id", "text", "answers"} (docs/matching.md)' },
  description: 'Prints what may be offered for each question of a file, one JSON line each. Writes nothing.',
})
export class MatchFile extends OperatorCommand {
  protected readonly example = 'questions.json --as-of 2026-11-15';

  constructor(
    private readonly house: House,
    private readonly terminal: Terminal,
  ) {
    super();
  }

  async run([given = '']: string[], { asOf }: { asOf?: string } = {}): Promise<void> {
    const questions = questionsOf(given);
    const today = asOf ?? new Date().toISOString().slice(0, 10);
    await this.house.furnished('whole', async (app) => {
      const file = app.get(QuestionFile, { strict: false });
      for (const question of questions) this.terminal.say(JSON.stringify(await file.match(question, today)));
    });
  }

  @Option({ flags: '--as-of <date>', description: 'the day on which it is asked, such as 2026-11-15; today where it is left out' })
  asOf(value: string): string {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(value) || Number.isNaN(Date.parse(value))) throw misused('--as-of wants a day such as 2026-11-15.');
    return value;
  }
}
