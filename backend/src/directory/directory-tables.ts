import type { Type } from '@nestjs/common';
import { Accessibility, Address, CostOption, Language, Phone, ServiceArea, ServiceCapacity } from './detail.entity.js';
import { Contact, Funding, OrganizationIdentifier, Program, RequiredDocument, Unit, Url } from './more.entity.js';
import { Location, Organization, Service, ServiceAtLocation } from './organization.entity.js';
import type { DirectoryBatch } from './rows.js';
import { Schedule } from './schedule.entity.js';
import { Attribute } from './vocabulary.entity.js';

export type Kind = keyof DirectoryBatch;

/** Parents before children. `owners`: columns by which a child that is no longer brought is found. */
export const ORDER: readonly { kind: Kind; entity: Type; owners?: readonly string[] }[] = [
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
/** What a column such as `service_id` names. */
export const ownerKind = (column: string): Kind => OWNERS[column] ?? 'service';

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

/** The last of rows with the same id, each whole and of its source: one statement cannot meet a row twice. */
export function wholeRows(batch: DirectoryBatch, kind: Kind, source: string): object[] {
  const rows = new Map(batch[kind].map((row) => [row.id, { ...DEFAULTS[kind], ...row, source }]));
  return [...rows.values()];
}
