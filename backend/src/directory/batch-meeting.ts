import type { Type } from '@nestjs/common';
import type { Tx } from '../platform/index.js';
import { foreseeConflicts, recordConflicts } from './conflicts/conflict-finder.js';
import { ORDER, ownerKind, wholeRows, type Kind } from './directory-tables.js';
import type { OwnField } from './domain/own-facts.js';
import { publishedHere } from './published-here.sql.js';
import { RowLabels } from './row-labels.js';
import type { BatchOutcome, DirectoryBatch, FieldChange, RowChange } from './rows.js';
import { columnsOf, compareSql, deleteSql, goneSql, keyProperties, upsertSql, type SqlTable } from './upsert.sql.js';

const given = (field: OwnField | 'areas'): string => `array(select s.id from directory.service s where s.id = any($1::uuid[]) and ${publishedHere(field, 's.id')})`;
/** $1 services: those whose numbers, hours, languages and documents an agency gave, and whose areas a steward did. All but the first two may be none at all. */
const REPLACED = `
select array(select distinct service_id from directory.phone where source = 'agency' and service_id = any($1::uuid[])) as phones,
  array(select distinct service_id from directory.schedule where source = 'agency' and service_id = any($1::uuid[])) as schedules, ${given('languages')} as languages, ${given('documents')} as documents, ${given('areas')} as areas`;

/** Kinds of which other rows are children, and their tables. */
const PARENTS = { organization: 'organization', service: 'service', location: 'location', serviceAtLocation: 'service_at_location', phone: 'phone', contact: 'contact' } as const satisfies Partial<Record<Kind, string>>;
/** $1 and on: ids of each kind of parents. Those that are here: only they can have children that stand. */
const PARENTS_HERE = Object.values(PARENTS).map((table, index) => `select id from directory.${table} where id = any($${index + 1}::uuid[])`).join(' union all ');

/** Rows told of one table of one batch. */
const TOLD = 50;

/** What earlier batches of a run that writes nothing would have done to rows that later ones meet. */
export class Foresight {
  /** By table. */
  readonly gone = new Map<string, Set<string>>();
  /** Rows that would have another owner by now. */
  readonly moved = new Set<string>();
  /** Places by what the run decides of them: hidden, or told only in part, and open. */
  readonly hidden = new Set<string>();
  readonly open = new Set<string>();

  /** Places on which these rows hang: those that the run hides, and those that it opens. */
  placesOf(rows: readonly { locationId?: string | null }[]): [hidden: string[], open: string[]] {
    const named = [...new Set(rows.flatMap(({ locationId }) => locationId ?? []))];
    return [named.filter((id) => this.hidden.has(id)), named.filter((id) => this.open.has(id))];
  }

  of(table: string): Set<string> {
    const gone = this.gone.get(table) ?? new Set();
    this.gone.set(table, gone);
    return gone;
  }
}

interface GoneRow {
  id: string;
  fields: Record<string, unknown>;
}
type Gone = Map<Kind, Map<string, GoneRow>>;

interface Met {
  added: number;
  changed: number;
  moved: string[];
  changes: { id: string; fields: Record<string, [unknown, unknown]> }[];
  news: { id: string; fields: Record<string, unknown> }[];
}

/** One batch of one source meeting the directory, inside a transaction. Comparing and writing ask the same statements, so that one tells what the other does. */
export class BatchMeeting {
  private readonly labels: RowLabels;
  private readonly outcome: BatchOutcome = { counts: {}, changes: [], conflicts: [] };
  /** Rows that hang on a service that is new itself say nothing that its name does not. */
  private newRowsTell = true;

  constructor(
    private readonly tx: Tx,
    private readonly source: string,
    private readonly batch: DirectoryBatch,
  ) {
    this.labels = new RowLabels(batch);
  }

  async write(): Promise<BatchOutcome> {
    const gone = await this.gone();
    for (const { kind, entity } of [...ORDER].reverse()) {
      const ids = [...(gone.get(kind)?.keys() ?? [])];
      if (ids.length) await this.tx.query(deleteSql(tableOf(this.tx, entity, []).name), [ids]);
    }
    const outcome = await this.meet(gone, (table, rows) => this.ask(upsertSql(table), columnsOf(table, rows), []));
    return { ...outcome, conflicts: await recordConflicts(this.tx, this.source, this.batch) };
  }

  async compare(foresight: Foresight): Promise<BatchOutcome> {
    const gone = await this.gone(foresight);
    for (const { id, confidentiality = 'open' } of this.batch.location) foresight[confidentiality === 'open' ? 'open' : 'hidden'].add(id);
    const outcome = await this.meet(gone, async (table, rows) => {
      const met = await this.ask(compareSql(table), columnsOf(table, rows), [...foresight.of(table.name)], foresight.placesOf(rows));
      for (const id of met.moved) foresight.moved.add(id);
      return met;
    });
    return { ...outcome, conflicts: await foreseeConflicts(this.tx, this.source, this.batch, { gone: [...foresight.of('service_at_location')], hidden: [...foresight.hidden], open: [...foresight.open] }) };
  }

  private async meet(gone: Gone, ask: (table: SqlTable, rows: readonly object[]) => Promise<Met>): Promise<BatchOutcome> {
    const brought = await this.withoutReplaced();
    for (const { kind, entity, owners = [] } of ORDER) {
      const table = tableOf(this.tx, entity, owners);
      const rows = wholeRows(brought, kind, this.source);
      const met: Met = rows.length ? await ask(table, rows) : { added: 0, changed: 0, moved: [], changes: [], news: [] };
      const removed = [...(gone.get(kind)?.values() ?? [])];
      this.outcome.counts[table.name] = { added: met.added, changed: met.changed, removed: removed.length };
      this.tell(table.name, met, removed);
      if (kind === 'service') this.newRowsTell = met.added < rows.length;
    }
    return this.outcome;
  }

  private async ask(sql: string, columns: readonly unknown[], gone: readonly string[], decided: readonly string[][] = [[], []]): Promise<Met> {
    const [met] = await this.tx.prepared<Met>(sql, [gone, TOLD, this.newRowsTell ? TOLD : 0, ...decided, ...columns]);
    return met ?? { added: 0, changed: 0, moved: [], changes: [], news: [] };
  }

  private tell(table: string, { changes, news }: Met, removed: readonly GoneRow[]): void {
    const told = (act: RowChange['act'], id: string, fields: readonly FieldChange[], row = {}): void => void this.outcome.changes.push(this.labels.change({ table, id, act }, fields, row));
    for (const { id, fields } of changes) told('changed', id, Object.entries(fields).map(([field, [before, after]]) => ({ field, before, after })));
    for (const { id, fields } of news) told('added', id, Object.entries(fields).map(([field, after]) => ({ field, before: null, after })));
    for (const row of removed.slice(0, TOLD)) told('removed', row.id, Object.entries(row.fields).map(([field, before]) => ({ field, before, after: null })), row);
  }

  /** Rows that go, parents first: those that their owner no longer brings, and all that hangs on them. */
  private async gone(foresight?: Foresight): Promise<Gone> {
    const gone: Gone = new Map();
    const here = await this.parentsHere();
    for (const { kind, entity, owners } of ORDER) {
      if (!owners) continue;
      const table = tableOf(this.tx, entity, owners);
      const rows = [
        ...(await this.goneOf(table, () => wholeRows(this.batch, kind, this.source), owners.map((owner) => here.get(ownerKind(owner)) ?? []))),
        ...(await this.goneOf(table, () => [], owners.map((owner) => [...(gone.get(ownerKind(owner))?.keys() ?? [])]))), // what falls with its owner, whether it comes anew elsewhere or not
      ].filter(({ id }) => !foresight?.of(table.name).has(id) && !foresight?.moved.has(id));
      gone.set(kind, new Map(rows.map((row) => [row.id, row])));
      for (const { id } of rows) foresight?.of(table.name).add(id);
    }
    return gone;
  }

  /** Children of these owners that are not among the rows to be kept. A batch of what is all new asks nothing. */
  private async goneOf(table: SqlTable, kept: () => readonly object[], owners: readonly string[][]): Promise<GoneRow[]> {
    if (!owners.some((ids) => ids.length)) return [];
    return this.tx.prepared<GoneRow>(goneSql(table), [this.source, JSON.stringify(kept(), keyProperties(table)), ...owners]);
  }

  private async parentsHere(): Promise<Map<Kind, string[]>> {
    const kinds = Object.keys(PARENTS) as (keyof typeof PARENTS)[];
    const rows = await this.tx.prepared<{ id: string }>(PARENTS_HERE, kinds.map((kind) => this.batch[kind].map(({ id }) => id)));
    const here = new Set(rows.map(({ id }) => id));
    return new Map(kinds.map((kind) => [kind, this.batch[kind].map(({ id }) => id).filter((id) => here.has(id))]));
  }

  /** Numbers and hours that an agency replaced are not brought back by what a source says again. */
  private async withoutReplaced(): Promise<DirectoryBatch> {
    const { batch } = this;
    const [told] = await this.tx.prepared<Record<'phones' | 'schedules' | 'languages' | 'documents' | 'areas', string[]>>(REPLACED, [batch.service.map(({ id }) => id)]);
    const at = new Map(batch.serviceAtLocation.map(({ id, serviceId }) => [id, serviceId]));
    const stays = (replaced: readonly string[] = []) => (row: { serviceId?: string | null | undefined; serviceAtLocationId?: string | null | undefined }): boolean => !replaced.includes(row.serviceId ?? at.get(row.serviceAtLocationId ?? '') ?? '');
    const phone = batch.phone.filter(stays(told?.phones));
    const heard = new Set(phone.map(({ id }) => id));
    const language = batch.language.filter(stays(told?.languages)).filter(({ phoneId }) => !phoneId || heard.has(phoneId)); // what is spoken at a number goes with it
    return { ...batch, phone, language, schedule: batch.schedule.filter(stays(told?.schedules)), requiredDocument: batch.requiredDocument.filter(stays(told?.documents)), serviceArea: batch.serviceArea.filter(stays(told?.areas)) };
  }
}

/** The entity is the one description of the table: its columns name what an import may bring. */
export function tableOf(tx: Tx, entity: Type, owners: readonly string[]): SqlTable {
  const { tableName, columns } = tx.manager.dataSource.getMetadata(entity);
  return { name: tableName, owners, columns: columns.map((column) => ({ property: column.propertyName, name: column.databaseName, type: `${String(column.type)}${column.isArray ? '[]' : ''}` })) };
}
