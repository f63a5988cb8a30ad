import { CommandRunner } from 'nest-commander';

export type Commander = Parameters<CommandRunner['setCommand']>[0];

/** How the operator calls a command; usage lines and examples show it. */
export const CALL = 'npm run desk --';

/** A wrong call is answered with a sentence and where to read more, and ends through `exitOf`. */
export function speakPlainly(commander: Commander): Commander {
  return commander.exitOverride().configureOutput({
    outputError: (words, write) => write(`${words.replace(/^error: (.)/, (_, first: string) => first.toUpperCase()).trimEnd()}\nSee ${CALL} ${commander.parent ? `${commander.name()} ` : ''}--help\n`),
  });
}

/** What all commands share. */
export abstract class OperatorCommand extends CommandRunner {
  /** Arguments and options of a typical call, shown by --help. */
  protected abstract readonly example: string;

  override setCommand(commander: Commander): this {
    commander.addHelpText('after', `\nExample:\n  ${CALL} ${commander.name()} ${this.example}`.trimEnd());
    return super.setCommand(speakPlainly(commander));
  }
}
