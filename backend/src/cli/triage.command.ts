import { Command } from 'nest-commander';
import { QuestionFile } from '../matching/index.js';
import { House } from './house.js';
import { OperatorCommand } from './operator-command.js';
import { questionsOf } from './questions.js';
import { Terminal } from './terminal.js';

@Command({
  name: 'triage',
  arguments: '<file>',
  argsDescription: { file: 'JSON: a list of {"id", "text"}' },
  description: 'Prints how urgent each text of a file sounds (hard, soft, none) and which needs it names, one JSON line each. Writes nothing. "none" never means that somebody is safe.',
})
export class TriageFile extends OperatorCommand {
  protected readonly example = 'texts.json';

  constructor(
    private readonly house: House,
    private readonly terminal: Terminal,
  ) {
    super();
  }

  async run([given = '']: string[]): Promise<void> {
    const questions = questionsOf(given);
    await this.house.furnished('whole', async (app) => {
      const file = app.get(QuestionFile, { strict: false });
      for (const question of questions) this.terminal.say(JSON.stringify(await file.triage(question)));
    });
  }
}
