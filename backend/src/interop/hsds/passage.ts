import { setImmediate as nextTurn } from 'node:timers/promises';
import { emptyBatch, keptId, type DirectoryBatch, type FingerprintOf, type Fingerprints, type Gazetteer, type Imports } from '../../directory/index.js';
import { admit } from './admission.js';
import { IdSet } from './domain/id-set.js';
import { Deaf, type Report } from './domain/report.js';
import { flattenOrganization } from './flatten-organization.js';
import { flattenService, markHidden, markHiddenPlaces, type Run } from './flatten.js';
import type { ImportOptions, ImportResult } from './hsds-import.service.js';
import type { Ledger } from './ledger.js';
import { Reading, type Raw } from './reading.js';
import { Recall } from './recall.js';
import type { Source, Stream } from './source.js';
import { Tally } from './tally.js';

const BATCH = 500;
const AT_ONCE = 5000;

type Kind = 'organization' | 'service';

interface Around {
  ledger: Ledger;
  report: Report;
  imports: Imports;
  fingerprints: Fingerprints;
  places: Gazetteer;
  /** Names what the source is read by: see `Recall`. */
  readBy: string;
}

/** One object of the source, and the id that it has here. */
interface Met {
  one: Reading;
  id: string;
  kind: Kind;
}

/** What is to be written, and what was said of it. */
interface Ready {
  batch: DirectoryBatch;
  said: { prints: FingerprintOf[]; unsaid: string[] };
}
const nothingReady = (): Ready => ({ batch: emptyBatch(), said: { prints: [], unsaid: [] } });
const sizeOf = ({ batch, said }: Ready): number => Math.max(batch.organization.length, said.prints.length + said.unsaid.length);

/** One run of one source: two looks at it, of which the second goes batch by batch into the ledger. Memory holds a batch, and a few bytes for each id. */
export class Passage {
  private readonly tally = new Tally();
  private readonly ids = new IdSet();
  /** Services that the source names, whether they could be read or not. */
  private readonly named = new IdSet();
  private readonly hidden = new Set<string>();
  private readonly seen = new IdSet();
  private readonly recall: Recall;
  private run: Run | undefined;
  private read = 0;
  private total = 0;

  constructor(
    private readonly source: Source,
    private readonly options: ImportOptions,
    private readonly around: Around,
  ) {
    const { ids, seen, hidden, around: { readBy, report } } = this;
    this.recall = new Recall({ readBy, report, ids, seen, hidden });
  }

  /** First look: a place is hidden for all services when one of them is confidential. */
  private async look(): Promise<Run> {
    const deaf = new Deaf();
    const run: Run = { source: this.options.source, file: this.source.file, report: this.around.report, terms: await this.around.imports.terms(), hidden: this.hidden, seen: this.seen, places: this.around.places, state: null };
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
    await this.inBatches(this.source.organizations, 'organization');
  }

  async services(): Promise<void> {
    await this.inBatches(this.source.services, 'service');
  }

  /** While one batch is written, the next one is read. Services that say the same again fill no batch. */
  private async inBatches(stream: Stream, kind: Kind): Promise<void> {
    let waiting: Reading[] = [];
    let ready = nothingReady();
    let row = 0;
    let writing: Promise<void> = Promise.resolve();
    const through = async (last: boolean): Promise<void> => {
      await this.meet(waiting, kind, ready);
      waiting = [];
      if (!sizeOf(ready) || (!last && sizeOf(ready) < BATCH)) return;
      await writing;
      writing = this.write(ready);
      writing.catch(() => undefined); // whoever waits for it hears of it
      ready = nothingReady();
    };
    for await (const raw of stream(this.around.report)) {
      waiting.push(new Reading(raw, this.around.report, { file: this.source.file, row: ++row }));
      if (waiting.length === BATCH) await through(false);
    }
    await through(true);
    await writing;
    await this.hand();
  }

  /** Looks a batch up, and lets what is new or changed join what is ready. */
  private async meet(all: readonly Reading[], kind: Kind, ready: Ready): Promise<void> {
    const { options: { source, onProgress }, around: { imports, fingerprints } } = this;
    const met = all.map((one) => ({ one, id: keptId(source, kind, idIn(one.raw)), kind }));
    const ids = met.map(({ id }) => id);
    const [foreign, known] = await Promise.all([imports.foreign(source, ids, kind), kind === 'service' ? fingerprints.of(source, ids) : new Map<string, FingerprintOf>()]);
    for (const each of met) {
      this.take(each, { foreign: foreign.has(each.id), known: known.get(each.id) }, ready);
      await nextTurn(); // else the batch before, which is being written, waits for each of its answers until all of this one is read
    }
    await this.hand();
    if (kind !== 'service' || !all.length) return;
    this.read += all.length;
    onProgress?.(this.read, this.total);
  }

  /** What belongs to another source or was told before is refused, what says the same as the last time is passed over. */
  private take({ one, id, kind }: Met, { foreign, known }: { foreign: boolean; known: FingerprintOf | undefined }, ready: Ready): void {
    if (kind === 'service') this.named.add(id);
    if (foreign) one.refused('id', 'id-of-other-source', `Another source brought this ${kind}; it stays as that source tells it.`);
    else if (this.ids.has(id)) one.refused('id', 'id-twice', `There was one ${kind} with this id before; the first one stands.`);
    else if (!this.recall.same(one, known)) this.admit({ one, id, kind }, ready);
  }

  private admit({ one, id, kind }: Met, { batch, said }: Ready): void {
    const { run } = this;
    if (!run) return;
    const own = emptyBatch();
    const watch = this.recall.watch(one, run);
    if (kind === 'service') flattenService(one, watch.run, own);
    else flattenOrganization(one, watch.run, own);
    const whole = admit(own, batch, this.ids, one);
    if (whole && own.service[0]?.id === id) said.prints.push(watch.print(id, own));
    else if (kind === 'service') said.unsaid.push(id);
  }

  private async write({ batch, said }: Ready): Promise<void> {
    this.tally.add(await this.around.ledger.write(batch, said));
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
    const { tables, changes, news, vanished, retired, conflicts, otherwise } = tally;
    return { runId: ledger.runId, services: this.read, ...tally.total(), retired, repaired: report.count('repaired'), refused: report.count('refused'), findings: report.byCode(), tables, groups: report.grouped(), changes, news, vanished, conflicts, otherwise };
  }
}

const idIn = (raw: Raw): string => (typeof raw['id'] === 'string' ? raw['id'].trim() : '');
