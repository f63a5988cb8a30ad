import { Injectable } from '@nestjs/common';
import { Db, SYSTEM, uuidv7, type Actor } from '../platform/index.js';
import { nameImportInHistory, type ImportFrom } from './history.js';
import { Crosswalks } from './vocabulary/crosswalks.js';

/** One defect of a source, as the report keeps it. */
export interface ImportFinding {
  file: string;
  row: number;
  column: string | null;
  code: string;
  detail: string;
  action: 'repaired' | 'refused';
}

const FINDINGS_AT_ONCE = 5000;

const RECORD = `
insert into directory.import_finding (run_id, position, file, row, "column", code, detail, action)
select $1, position, file, row, "column", code, detail, action
from jsonb_to_recordset($2::jsonb) as r(position int, file text, row int, "column" text, code text, detail text, action text)`;

/** One run; `counts` is what the importer kept of its result. */
export interface ImportRunRow {
  id: string;
  source: string;
  form: string;
  startedAt: string;
  finishedAt: string | null;
  by: string | null;
  counts: Record<string, unknown>;
}
const AT = `'YYYY-MM-DD"T"HH24:MI:SS"Z"'`;
const RUNS = `
select r.id, r.source, r.form, to_char(r.started_at at time zone 'UTC', ${AT}) as "startedAt", to_char(r.finished_at at time zone 'UTC', ${AT}) as "finishedAt", a.name as "by", r.counts
from directory.import_run r left join people.account a on a.id = r.account_id`;

/** The book of imports, and what an importer must know of the directory before it writes. */
@Injectable()
export class Imports {
  constructor(
    private readonly db: Db,
    private readonly crosswalks: Crosswalks,
  ) {}

  /** Every term of the product's own vocabulary as `taxonomy/code`, by each way to name it: that, the taxonomy's name with the code, and the term's id. */
  async terms(): Promise<Map<string, string>> {
    const rows = await this.db.statement<{ term: string; named: string; id: string }>(SYSTEM, `select x.code || '/' || t.code as term, x.name || '/' || t.code as named, t.id from directory.taxonomy_term t join directory.taxonomy x on x.id = t.taxonomy_id and x.own`);
    return new Map(rows.flatMap(({ term, named, id }) => [[named, term], [id, term], [term, term]] as const));
  }

  /** ZIP codes with their county in the words people use (`Fairfield, CT`, also where planning regions replaced it). */
  async counties(): Promise<Map<string, { county: string | null; state: string }>> {
    const rows = await this.db.statement<{ zip: string; county: string | null; state: string }>(SYSTEM, `select zip, coalesce(county_before, county) || ', ' || state as county, state from directory.zip`);
    return new Map(rows.map(({ zip, ...place }) => [zip, place]));
  }

  /** Those of the ids that are services or organizations of another source: they are not this source's to write. */
  async foreign(source: string, ids: readonly string[], kind: 'service' | 'organization' = 'service'): Promise<Set<string>> {
    const rows = await this.db.statement<{ id: string }>(SYSTEM, `select id from directory.${kind} where id = any($1::uuid[]) and source <> $2`, [ids, source]);
    return new Set(rows.map(({ id }) => id));
  }

  /** Services of a source that are not retired, after an id, in the order of ids. */
  live(source: string, after: string | null, most: number): Promise<{ id: string; name: string }[]> {
    return this.db.statement(SYSTEM, `select id, name from directory.service where source = $1 and status <> 'defunct' and ($2::uuid is null or id > $2) order by id limit $3`, [source, after, most]);
  }

  /** Makes services defunct: their source no longer brings them. They stay, and those who read changes hear of it. */
  async retire(actor: Actor, from: ImportFrom, ids: readonly string[]): Promise<void> {
    if (!ids.length) return;
    await this.db.as(actor, async (tx) => {
      await nameImportInHistory(tx, from); // what is retired is not said again: its fingerprint is void
      await tx.query(`update directory.service set status = 'defunct' where id = any($1::uuid[]) and status <> 'defunct'`, [ids]);
    });
  }

  async start(actor: Actor, source: string, form: string): Promise<string> {
    const id = uuidv7();
    await this.db.statement(actor, 'insert into directory.import_run (id, source, form, account_id) values ($1, $2, $3, $4)', [id, source, form, actor.kind === 'staff' ? actor.id : null]);
    return id;
  }

  /** Adds what a run found, from `position` on. */
  async record(actor: Actor, { runId, position }: { runId: string; position: number }, findings: readonly ImportFinding[]): Promise<void> {
    const rows = findings.map((finding, index) => ({ ...finding, position: position + index }));
    for (let from = 0; from < rows.length; from += FINDINGS_AT_ONCE) await this.db.statement(actor, RECORD, [runId, JSON.stringify(rows.slice(from, from + FINDINGS_AT_ONCE))]);
  }

  /** Ends a run; what its foreign codes mean here becomes suggestions. */
  async finish(actor: Actor, id: string, counts: object): Promise<void> {
    await this.db.as(actor, (tx) => this.crosswalks.follow(tx));
    await this.db.statement(actor, 'update directory.import_run set finished_at = clock_timestamp(), counts = $2 where id = $1', [id, JSON.stringify({ ...counts, runId: undefined })]);
  }

  /** The last runs with what they counted, the newest first. */
  runs(actor: Actor, most: number): Promise<ImportRunRow[]> {
    return this.db.statement<ImportRunRow>(actor, `${RUNS} order by r.started_at desc, r.id desc limit $1`, [most]);
  }

  async run(actor: Actor, id: string): Promise<ImportRunRow | undefined> {
    return (await this.db.statement<ImportRunRow>(actor, `${RUNS} where r.id = $1`, [id]))[0];
  }

  /** How many active services of a source have no need at all, neither given nor read out of their words. */
  async withoutNeed(actor: Actor, source: string): Promise<number> {
    const [row] = await this.db.statement<{ count: number }>(
      actor,
      `select count(*)::int as count from directory.service s join directory.listing l on l.service_id = s.id where s.source = $1 and s.status = 'active' and l.facts->'needs' = '[]' and l.facts->'needsSuggested' = '[]'`,
      [source],
    );
    return row?.count ?? 0;
  }

  /** What a run found, in the order of reading. */
  findings(actor: Actor, runId: string): Promise<ImportFinding[]> {
    return this.db.statement<ImportFinding>(actor, 'select file, row, "column", code, detail, action from directory.import_finding where run_id = $1 order by position', [runId]);
  }
}
