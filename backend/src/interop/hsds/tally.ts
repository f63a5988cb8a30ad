import { noCounts, type BatchOutcome, type RowChange, type ToldOtherwise, type WriteCounts } from '../../directory/index.js';

/** Samples of each kind that a report tells; its counts are whole. */
export const TOLD = 200;

/** Adds up what the batches of a run did, or would do. */
export class Tally {
  readonly tables: WriteCounts = noCounts();
  /** Rows that changed, and rows that came or went on services that stay. */
  readonly changes: RowChange[] = [];
  /** Names of services that are new. */
  readonly news: string[] = [];
  readonly vanished: string[] = [];
  retired = 0;
  /** Fields of which the source says otherwise than what was published here. */
  conflicts = 0;
  readonly otherwise: ToldOtherwise[] = [];

  add({ counts, changes, conflicts }: BatchOutcome): void {
    this.conflicts += conflicts.length;
    this.otherwise.push(...conflicts.slice(0, TOLD - this.otherwise.length));
    for (const [table, { added, changed, removed }] of Object.entries(counts)) {
      const before = this.tables[table] ?? { added: 0, changed: 0, removed: 0 };
      this.tables[table] = { added: before.added + added, changed: before.changed + changed, removed: before.removed + removed };
    }
    for (const change of changes) {
      if (change.table === 'service' && change.act === 'added') tell(this.news, change.of);
      else if (this.changes.filter(({ act }) => act === change.act).length < TOLD) this.changes.push(change);
    }
  }

  retire(services: readonly { name: string }[]): void {
    this.retired += services.length;
    for (const { name } of services) tell(this.vanished, name);
  }

  /** Rows of all tables. */
  total(): { added: number; changed: number; removed: number } {
    const sum = (part: 'added' | 'changed' | 'removed'): number => Object.values(this.tables).reduce((all, counts) => all + counts[part], 0);
    return { added: sum('added'), changed: sum('changed'), removed: sum('removed') };
  }
}

function tell(names: string[], name: string): void {
  if (names.length < TOLD) names.push(name);
}
