import { emptyBatch, keptId, type DirectoryBatch, type Gazetteer, type Imports } from '../../directory/index.js';
import { admit } from './admission.js';
import { IdSet } from './domain/id-set.js';
import { Deaf, type Report } from './domain/report.js';
import { flattenOrganization } from './flatten-organization.js';
import { flattenService, markHidden, markHiddenPlaces, type Run } from './flatten.js';
import type { ImportOptions, ImportResult } from './hsds-import.service.js';
import type { Ledger } from './ledger.js';
import { Reading, type Raw } from './reading.js';
import type { Source, Stream } from './source.js';
import { Tally } from './tally.js';

const BATCH = 500;
const AT_ONCE = 5000;

interface Around {
  ledger: Ledger;
  report: Report;
  imports: Imports;
  places: Gazetteer;
}

/** One run of one source: two looks at it, of which the second goes batch by batch into the ledger. Memory holds a batch, and a few bytes for each id. */
export class Passage {
  private readonly tally = new Tally();
  private readonly ids = new IdSet();
  /** Services that the source names, whether they could be read or not. */
  private readonly named = new IdSet();
  private readonly hidden = new Set<string>();
  private run: Run | undefined;
  private read = 0;
  private total = 0;

  constructor(
    private readonly source: Source,
    private readonly options: ImportOptions,
    private readonly around: Around,
  ) {}

  /** First look: a place is hidden for all services when one of them is confidential. */
  private async look(): Promise<Run> {
    const deaf = new Deaf();
    const run: Run = { source: this.options.source, file: this.source.file, report: this.around.report, terms: await this.around.imports.terms(), hidden: this.hidden, seen: new IdSet(), places: this.around.places, state: null };
    const first = { ...run, report: deaf };
    for await (const raw of this.source.services(deaf)) {
      markHidden(raw, first);
      this.total++;
    }
    for await (const raw of this.source.organizations(deaf)) markHiddenPlaces(raw, first);
    return run;
  }

  async organizations(): Promise<void> {
    this.run = await this.look();
    await this.inBatches(this.source.organizations, 'organization', (one, run, batch) => void flattenOrganization(one, run, batch));
  }

  async services(): Promise<void> {
    await this.inBatches(this.source.services, 'service', (one, run, batch) => void flattenService(one, run, batch));
  }

  private async inBatches(stream: Stream, kind: 'organization' | 'service', flatten: (one: Reading, run: Run, batch: DirectoryBatch) => void): Promise<void> {
    let waiting: Reading[] = [];
    let row = 0;
    const through = async (): Promise<void> => {
      await this.batch(waiting, kind, flatten);
      waiting = [];
    };
    for await (const raw of stream(this.around.report)) {
      waiting.push(new Reading(raw, this.around.report, { file: this.source.file, row: ++row }));
      if (waiting.length === BATCH) await through();
    }
    if (waiting.length) await through();
    await this.hand();
  }

  /** What belongs to another source or was told before is refused; the rest goes into the ledger. */
  private async batch(all: readonly Reading[], kind: 'organization' | 'service', flatten: (one: Reading, run: Run, batch: DirectoryBatch) => void): Promise<void> {
    const { run, options: { source, onProgress } } = this;
    if (!run) return;
    const batch = emptyBatch();
    const idOf = ({ raw }: Reading): string => keptId(source, kind, idIn(raw));
    const foreign = await this.around.imports.foreign(source, all.map(idOf), kind);
    for (const one of all) {
      if (kind === 'service') this.named.add(idOf(one));
      if (foreign.has(idOf(one))) one.refused('id', 'id-of-other-source', `Another source brought this ${kind}; it stays as that source tells it.`);
      else if (this.ids.has(idOf(one))) one.refused('id', 'id-twice', `There was one ${kind} with this id before; the first one stands.`);
      else this.admit(one, run, { batch, flatten });
    }
    this.tally.add(await this.around.ledger.write(batch));
    await this.hand();
    if (kind !== 'service') return;
    this.read += all.length;
    onProgress?.(this.read, this.total);
  }

  private admit(one: Reading, run: Run, { batch, flatten }: { batch: DirectoryBatch; flatten: (one: Reading, run: Run, batch: DirectoryBatch) => void }): void {
    const own = emptyBatch();
    flatten(one, run, own);
    admit(own, batch, this.ids, one);
  }

  /** Hands on what was found, so that none of it is kept here. */
  private async hand(): Promise<void> {
    const findings = this.around.report.taken();
    if (!findings.length) return;
    await this.around.ledger.found(findings);
    this.options.onFindings?.(findings);
  }

  /** HSDS has no tombstone: what a complete source no longer names is defunct for a while. Nothing is gone for sure where something could not be read. */
  async retire(): Promise<void> {
    const { report, imports, ledger } = this.around;
    if (report.broken.size) report.refused({ file: [...report.broken].join(', '), row: 0 }, null, 'complete-unsure', 'Something of the source could not be read, so that no service was retired.');
    else {
      let after: string | null = null;
      for (;;) {
        const live: { id: string; name: string }[] = await imports.live(this.options.source, after, AT_ONCE);
        const gone = live.filter(({ id }) => !this.named.has(id));
        await ledger.retire(gone.map(({ id }) => id));
        this.tally.retire(gone);
        after = live.at(-1)?.id ?? null;
        if (live.length < AT_ONCE) break;
      }
    }
    await this.hand();
  }

  result(): ImportResult {
    const { tally, around: { report, ledger } } = this;
    const { tables, changes, news, vanished, retired } = tally;
    return { runId: ledger.runId, services: this.read, ...tally.total(), retired, repaired: report.count('repaired'), refused: report.count('refused'), findings: report.byCode(), tables, groups: report.grouped(), changes, news, vanished };
  }
}

const idIn = (raw: Raw): string => (typeof raw['id'] === 'string' ? raw['id'].trim() : '');
