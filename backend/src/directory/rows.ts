import type { Accessibility, Address, CostOption, Language, Phone, ServiceArea, ServiceCapacity } from './detail.entity.js';
import type { Contact, Funding, OrganizationIdentifier, Program, RequiredDocument, Unit, Url } from './more.entity.js';
import type { Location, Organization, Service, ServiceAtLocation } from './organization.entity.js';
import type { Schedule } from './schedule.entity.js';
import type { Attribute } from './vocabulary.entity.js';

/** A row as an import brings it: absent columns are null, `source` is the batch's, dates are ISO strings. */
export type Row<E> = { id: string } & { [K in Exclude<keyof E, 'id' | 'source'>]?: (E[K] extends Date | null ? string | null : E[K]) | undefined };

/** Whole services with everything that hangs on them. What a service of the batch no longer brings is removed. */
export interface DirectoryBatch {
  organization: Row<Organization>[];
  location: Row<Location>[];
  service: Row<Service>[];
  serviceAtLocation: Row<ServiceAtLocation>[];
  address: Row<Address>[];
  phone: Row<Phone>[];
  schedule: Row<Schedule>[];
  language: Row<Language>[];
  accessibility: Row<Accessibility>[];
  serviceArea: Row<ServiceArea>[];
  costOption: Row<CostOption>[];
  serviceCapacity: Row<ServiceCapacity>[];
  attribute: Row<Attribute>[];
  program: Row<Program>[];
  contact: Row<Contact>[];
  funding: Row<Funding>[];
  requiredDocument: Row<RequiredDocument>[];
  organizationIdentifier: Row<OrganizationIdentifier>[];
  unit: Row<Unit>[];
  url: Row<Url>[];
}

export const emptyBatch = (): DirectoryBatch => ({
  organization: [],
  location: [],
  service: [],
  serviceAtLocation: [],
  address: [],
  phone: [],
  schedule: [],
  language: [],
  accessibility: [],
  serviceArea: [],
  costOption: [],
  serviceCapacity: [],
  attribute: [],
  program: [],
  contact: [],
  funding: [],
  requiredDocument: [],
  organizationIdentifier: [],
  unit: [],
  url: [],
});

/** Rows by table: how many are new, how many changed, how many went. */
export type WriteCounts = Record<string, { added: number; changed: number; removed: number }>;

const snakeCase = (kind: string): string => kind.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
/** Every table, in which nothing happened yet. */
export const noCounts = (): WriteCounts => Object.fromEntries(Object.keys(emptyBatch()).map((kind) => [snakeCase(kind), { added: 0, changed: 0, removed: 0 }]));

/** One column of a row, before and after; null is nothing. */
export interface FieldChange {
  field: string;
  before: unknown;
  after: unknown;
}

/** A row that an import added, changed or removed, or would. */
export interface RowChange {
  table: string;
  id: string;
  act: 'added' | 'changed' | 'removed';
  /** Name of the service, place or organization that the row belongs to. */
  of: string;
  fields: FieldChange[];
}

/** A field of which the source says otherwise than what was published here, line by line. What stands does not change by it. */
export interface ToldOtherwise {
  service: string;
  field: string;
  ours: readonly string[];
  theirs: readonly string[];
}

/** What a batch did to the directory, or would do. `changes` are samples, `counts` and `conflicts` are whole. */
export interface BatchOutcome {
  counts: WriteCounts;
  changes: RowChange[];
  conflicts: ToldOtherwise[];
}
