import type { DirectoryBatch, FieldChange, RowChange } from './rows.js';
import type { Kind } from './directory-tables.js';

type Fields = Readonly<Record<string, unknown>>;
const OWNERS = ['serviceId', 'service_id', 'locationId', 'location_id', 'serviceAtLocationId', 'service_at_location_id', 'contactId', 'contact_id', 'phoneId', 'phone_id', 'organizationId', 'organization_id'];
/** A place is told by its own name, else by its organization's. */
const NAMED: readonly Kind[] = ['organization', 'location', 'program', 'unit', 'service'];
const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

const WITHHELD = '(withheld)';

/** Says of the rows of a batch whose they are. */
export class RowLabels {
  private readonly rows = new Map<string, { name: string | undefined; owner: string | undefined }>();
  private readonly places: ReadonlySet<string>;
  private readonly hidden: ReadonlySet<string>;

  constructor(batch: DirectoryBatch) {
    for (const [kind, rows] of Object.entries(batch) as [Kind, (Fields & { id: string })[]][]) for (const row of rows) this.rows.set(row.id, { name: NAMED.includes(kind) ? textOf(row['name']) : undefined, owner: ownerOf(row) });
    this.places = new Set(batch.location.map(({ id }) => id));
    this.hidden = new Set(batch.location.filter(({ confidentiality }) => (confidentiality ?? 'open') !== 'open').map(({ id }) => id));
  }

  /** A row that changed, with the name of what it belongs to. Of a place that is hidden, or is with this very batch, neither name nor values are told. */
  change(change: Omit<RowChange, 'of' | 'fields'>, fields: readonly FieldChange[], row: Fields = {}): RowChange {
    const own = this.rows.get(change.id)?.owner ?? ownerOf(row) ?? '';
    const hidden = this.hidden.has(change.id) || this.hidden.has(own) || fields.some(({ before, after }) => [before, after].includes(WITHHELD));
    const veil = (value: unknown): unknown => (hidden && value !== null ? WITHHELD : value);
    return { ...change, of: this.of(change.id, row, hidden), fields: fields.map(({ field, before, after }) => ({ field, before: veil(before), after: veil(after) })) };
  }

  private of(id: string, row: Fields, hidden: boolean): string {
    const own = this.rows.get(id);
    const name = hidden && this.places.has(id) ? undefined : own?.name;
    if (name) return name;
    const owner = own ? own.owner : ownerOf(row);
    return owner ? this.of(owner, {}, hidden) : '';
  }
}

const ownerOf = (row: Fields): string | undefined => OWNERS.map((column) => textOf(row[column])).find(Boolean);
