import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { Command, Option } from 'nest-commander';
import { NoVocabulary, VocabularyImport, type VocabularyResult } from '../interop/index.js';
import { SYSTEM } from '../platform/index.js';
import { linesOf } from './domain/import-report.js';
import { misused, Refused } from './exits.js';
import { House } from './house.js';
import { OperatorCommand } from './operator-command.js';
import { Terminal } from './terminal.js';

interface Given {
  name?: string;
  edition?: string;
  licence?: string;
  uri?: string;
  publish?: boolean;
  dryRun?: boolean;
}

@Command({
  name: 'import-vocabulary',
  arguments: '<path>',
  argsDescription: { path: 'a folder with taxonomy_terms.csv (and taxonomies.csv) of HSDS, or one file: taxonomy_terms.csv, the table or the XML of Open Eligibility, the codes of SAMHSA or Gravity, or a table with the columns code and name (description, parent_code, uri)' },
  description: "Loads a vocabulary of somebody else beside the product's own. Loading the same again changes nothing; what a newer file no longer names is retired.",
})
export class ImportVocabulary extends OperatorCommand {
  protected readonly example = 'vocabularies/open-eligibility-2.0.csv --dry-run';

  constructor(
    private readonly house: House,
    private readonly terminal: Terminal,
  ) {
    super();
  }

  async run([given = '']: string[], { edition, ...said }: Given = {}): Promise<void> {
    const path = resolve(given);
    if (!existsSync(path)) throw misused(`There is nothing at ${path}.`);
    await this.house.furnished('files', async (app) => {
      try {
        this.report(await app.get(VocabularyImport, { strict: false }).run(SYSTEM, path, { ...said, ...(edition !== undefined && { version: edition }) }), said.dryRun ?? false);
      } catch (error) {
        if (error instanceof NoVocabulary) throw new Refused(`${error.message} Nothing was loaded.`);
        throw error;
      }
    });
  }

  private report({ vocabularies, repaired, refused, groups }: VocabularyResult, dryRun: boolean): void {
    if (dryRun) this.terminal.say('Nothing was written. This is what loading it would do:');
    for (const { name, version, licence, published, terms, added, changed, retired, back } of vocabularies) {
      this.terminal.say(`${name}, version ${version}, ${licence ?? 'licence not known'}, ${published ? 'shown' : 'not shown'} by the open API: ${terms} terms, ${added} added, ${changed} changed, ${retired} retired, ${back} taken up again.`);
      if (added + changed + retired + back === 0) this.terminal.say('Nothing has changed: all of it was here already.');
    }
    this.terminal.say(`Repaired: ${repaired}. Refused: ${refused}.`, ...linesOf(groups));
  }

  @Option({ flags: '--name <name>', description: 'what the vocabulary is called, where the file does not say it; codes of listings meet it by its name without the version' })
  name(value: string): string {
    return value;
  }

  @Option({ flags: '--edition <version>', description: 'its version, where the file does not say it' })
  edition(value: string): string {
    return value;
  }

  @Option({ flags: '--licence <licence>', description: 'its licence, where it is not a known one' })
  licence(value: string): string {
    return value;
  }

  @Option({ flags: '--uri <address>', description: 'where it comes from' })
  uri(value: string): string {
    return value;
  }

  @Option({ flags: '--publish', description: 'its licence lets everybody have it: the open API may show it. Left out: only vocabularies with a known open licence are shown' })
  publish(): boolean {
    return true;
  }

  @Option({ flags: '--dry-run', description: 'say what would be added, changed and retired, and write nothing' })
  dryRun(): boolean {
    return true;
  }
}
