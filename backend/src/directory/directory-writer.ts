import { Injectable, type Type } from '@nestjs/common';
import { Db, type Actor, type Tx } from '../platform/index.js';
import { Accessibility, Address, CostOption, Language, Phone, Schedule, ServiceArea, ServiceCapacity } from './detail.entity.js';
import { Contact, Funding, OrganizationIdentifier, Program, RequiredDocument, Unit, Url } from './more.entity.js';
import { Location, Organization, Service, ServiceAtLocation } from './organization.entity.js';
import type { DirectoryBatch, WriteCounts } from './rows.js';
import { pruneSql, upsertSql, type SqlColumn } from './upsert.sql.js';
import { Attribute } from './vocabulary.entity.js';

type Kind = keyof DirectoryBatch;

/** Parents before children. `owners`: columns by which a child that is no longer brought is found. */
const ORDER: readonly { kind: Kind; entity: Type; owners?: readonly string[] }[] = [
  { kind: 'organization', entity: Organization },
  { kind: 'location', entity: Location },
  { kind: 'program', entity: Program },
  { kind: 'unit', entity: Unit },
  { kind: 'service', entity: Service },
  { kind: 'serviceAtLocation', entity: ServiceAtLocation, owners: ['service_id'] },
  { kind: 'address', entity: Address, owners: ['location_id'] },
  { kind: 'contact', entity: Contact, owners: ['organization_id', 'service_id', 'location_id', 'service_at_location_id'] },
  { kind: 'phone', entity: Phone, owners: ['organization_id', 'service_id', 'location_id', 'service_at_location_id', 'contact_id'] },
  { kind: 'schedule', entity: Schedule, owners: ['service_id', 'location_id', 'service_at_location_id'] },
  { kind: 'language', entity: Language, owners: ['service_id', 'location_id', 'phone_id'] },
  { kind: 'accessibility', entity: Accessibility, owners: ['location_id'] },
  { kind: 'serviceArea', entity: ServiceArea, owners: ['service_id', 'service_at_location_id'] },
  { kind: 'costOption', entity: CostOption, owners: ['service_id'] },
  { kind: 'serviceCapacity', entity: ServiceCapacity, owners: ['service_id'] },
  { kind: 'funding', entity: Funding, owners: ['organization_id', 'service_id'] },
  { kind: 'requiredDocument', entity: RequiredDocument, owners: ['service_id'] },
  { kind: 'organizationIdentifier', entity: OrganizationIdentifier, owners: ['organization_id'] },
  { kind: 'url', entity: Url, owners: ['organization_id', 'service_id'] },
  { kind: 'attribute', entity: Attribute, owners: ['service_id'] },
];

const OWNERS: Readonly<Record<string, Kind>> = { organization_id: 'organization', service_id: 'service', location_id: 'location', service_at_location_id: 'serviceAtLocation', phone_id: 'phone', contact_id: 'contact' };

const given = (field: string): string => `array(select distinct service_id from directory.publishing where reverted_at is null and '${field}' = any(fields) and service_id = any($1::uuid[]))`;
/** $1 services: those whose numbers, hours, languages and documents an agency gave. The last two may be none at all. */
const REPLACED = `
select array(select distinct service_id from directory.phone where source = 'agency' and service_id = any($1::uuid[])) as phones,
  array(select distinct service_id from directory.schedule where source = 'agency' and service_id = any($1::uuid[])) as schedules, ${given('languages')} as languages, ${given('documents')} as documents`;

const MEASURE = `analyze ${['organization', 'service', 'location', 'service_at_location', 'address', 'phone', 'schedule', 'language', 'accessibility', 'service_area', 'cost_option', 'service_capacity', 'attribute', 'listing'].map((table) => `directory.${table}`).join(', ')}`;

/** Writes whole services in one transaction. Reading the same again changes nothing. */
@Injectable()
export class DirectoryWriter {
  private rows = 0;
  private measured = 0;

  constructor(private readonly db: Db) {}

  async write(actor: Actor, source: string, batch: DirectoryBatch): Promise<WriteCounts> {
    const counts = await this.written(actor, source, batch);
    for (const { added } of Object.values(counts)) this.rows += added;
    if (this.rows > this.measured * 2) await this.measure(actor);
    return counts;
  }

  /** PostgreSQL plans by what it last saw of a table; one that has just grown is read from end to end for each listing until it looks again. It looks by itself only minutes later. */
  private async measure(actor: Actor): Promise<void> {
    this.measured = this.rows;
    await this.db.statement(actor, MEASURE);
  }

  private written(actor: Actor, source: string, batch: DirectoryBatch): Promise<WriteCounts> {
    return this.db.as(actor, async (tx) => {
      const counts: WriteCounts = {};
      const brought = await this.withoutReplaced(tx, batch);
      for (const { kind, entity, owners } of ORDER) {
        const table = this.table(tx, entity);
        const removed = owners ? await this.prune(tx, { table: table.name, owners, source, batch, kind }) : 0;
        const written = brought[kind].length ? await this.upsert(tx, table, rowsOf(brought, kind, source)) : { added: 0, changed: 0 };
        counts[table.name] = { ...written, removed };
      }
      return counts;
    });
  }

  /** What an agency replaced is not brought back by what a source says again. */
  private async withoutReplaced(tx: Tx, batch: DirectoryBatch): Promise<DirectoryBatch> {
    const [told] = await tx.query<Record<'phones' | 'schedules' | 'languages' | 'documents', string[]>>(REPLACED, [batch.service.map(({ id }) => id)]);
    const at = new Map(batch.serviceAtLocation.map(({ id, serviceId }) => [id, serviceId]));
    const stays = (replaced: readonly string[] = []) => (row: { serviceId?: string | null | undefined; serviceAtLocationId?: string | null | undefined }): boolean => !replaced.includes(row.serviceId ?? at.get(row.serviceAtLocationId ?? '') ?? '');
    return { ...batch, phone: batch.phone.filter(stays(told?.phones)), schedule: batch.schedule.filter(stays(told?.schedules)), language: batch.language.filter(stays(told?.languages)), requiredDocument: batch.requiredDocument.filter(stays(told?.documents)) };
  }

  /** The entity is the one description of the table: its columns name what an import may bring. */
  private table(tx: Tx, entity: Type): { name: string; columns: SqlColumn[] } {
    const { tableName, columns } = tx.manager.dataSource.getMetadata(entity);
    return { name: tableName, columns: columns.map((column) => ({ property: column.propertyName, name: column.databaseName, type: `${String(column.type)}${column.isArray ? '[]' : ''}` })) };
  }

  private async upsert(tx: Tx, table: { name: string; columns: SqlColumn[] }, rows: readonly object[]): Promise<{ added: number; changed: number }> {
    const [counts] = await tx.query<{ added: number; changed: number }>(upsertSql(table.name, table.columns), [JSON.stringify(rows)]);
    return counts ?? { added: 0, changed: 0 };
  }

  private async prune(tx: Tx, { table, owners, source, batch, kind }: { table: string; owners: readonly string[]; source: string; batch: DirectoryBatch; kind: Kind }): Promise<number> {
    const ids = (of: Kind): string[] => batch[of].map((row) => row.id);
    const gone = await tx.query(pruneSql(table, owners), [source, ids(kind), ...owners.map((owner) => ids(OWNERS[owner] ?? 'service'))]);
    return gone.length;
  }
}

/** Columns with a default that an import may leave out. */
const DEFAULTS: Partial<Record<Kind, object>> = {
  location: { confidentiality: 'open' },
  address: { country: 'US', addressType: 'physical' },
  phone: { position: 0 },
  contact: { position: 0 },
  schedule: { kind: 'regular', position: 0 },
  serviceArea: { zips: [], assumed: false },
  attribute: { position: 0, suggested: false },
};

/** The last of rows with the same id: one statement cannot meet a row twice. */
function rowsOf(batch: DirectoryBatch, kind: Kind, source: string): object[] {
  const rows = new Map(batch[kind].map((row) => [row.id, { ...DEFAULTS[kind], ...row, source }]));
  return [...rows.values()];
}
