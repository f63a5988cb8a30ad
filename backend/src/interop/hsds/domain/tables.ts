import { OBJECTS, type ObjectName } from './objects.js';

/** A row of a tabular package, or an object with others nested in it. */
export type Fields = Record<string, unknown>;
/** Rows of each table, in the order in which they were met. */
export type Tables = Map<ObjectName, Fields[]>;

const manyOf = (name: ObjectName): [string, ObjectName][] => Object.entries(OBJECTS[name].many ?? {});
const oneOf = (name: ObjectName): [string, { of: ObjectName; by: string }][] => Object.entries(OBJECTS[name].one ?? {});

/** What joins a part to what it hangs on: attributes and metadata hang on anything, by its id and its kind. */
function joint(child: ObjectName, owner: ObjectName, id: unknown): Fields {
  if (child === 'attribute') return { link_id: id, link_entity: owner };
  if (child === 'metadata') return { resource_id: id, resource_type: owner };
  return { [`${owner}_id`]: id };
}

/** Takes nested objects apart into the rows of a tabular package. An object that was met before is passed over, so the fullest comes first. */
export class Unnesting {
  readonly tables: Tables = new Map();
  private readonly met = new Set<string>();

  add(name: ObjectName, object: Fields, joined: Fields = {}): void {
    const key = `${name}/${String(object['id'])}`;
    if (this.met.has(key)) return;
    this.met.add(key);
    const row = this.row(name, { ...object, ...joined });
    for (const [member, { of, by }] of oneOf(name)) {
      const nested = object[member] as Fields | undefined;
      if (!nested) continue;
      row[by] = nested['id'];
      this.add(of, nested);
    }
    for (const [member, child] of manyOf(name)) {
      for (const nested of (object[member] ?? []) as Fields[]) this.add(child, nested, joint(child, name, object['id']));
    }
  }

  private row(name: ObjectName, object: Fields): Fields {
    const row = Object.fromEntries(Object.keys(OBJECTS[name].fields).map((field) => [field, object[field]]));
    const rows = this.tables.get(name);
    if (rows) rows.push(row);
    else this.tables.set(name, [row]);
    return row;
  }
}

/** From the nearest to the widest: a row that names several belongs to the nearest. */
const OWNERS = ['link_id', 'resource_id', 'phone_id', 'contact_id', 'service_at_location_id', 'service_id', 'location_id', 'organization_id'];
const filled = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** Where the rows of a package are found: by their own id, and by what they hang on. */
export interface Shelved {
  get(key: string): Fields[];
}

/** The keys of a row: its id, and its nearest owner. */
export function keysOf(name: ObjectName, row: Fields): string[] {
  const column = OWNERS.filter((one) => one in OBJECTS[name].fields).find((one) => filled(row[one]));
  return [idKey(name, String(row['id'])), ...(column ? [ownerKey(name, column, String(row[column]))] : [])];
}
const idKey = (name: ObjectName, id: string): string => `${name}/${id}`;
const ownerKey = (name: ObjectName, column: string, id: string): string => `${name}/${column}/${id}`;

/** Puts the rows of a tabular package together again: whole organizations, and services that name theirs. */
export class Nesting {
  constructor(private readonly rows: Shelved) {}

  /** A row with all that hangs on it. */
  whole(name: ObjectName, row: Fields): Fields {
    const id = String(row['id']);
    const many = manyOf(name).map(([member, child]) => [member, this.parts(child, Object.keys(joint(child, name, id))[0] ?? '', id)] as const);
    const one = oneOf(name).map(([member, { of, by }]) => [member, this.named(of, row[by])] as const);
    return { ...row, ...(Object.fromEntries([...many, ...one]) as Fields) };
  }

  private parts(child: ObjectName, column: string, id: string): Fields[] {
    return this.rows.get(ownerKey(child, column, id)).map((row) => this.whole(child, row));
  }

  /** An organization comes whole in its own list; its services only name it. */
  private named(of: ObjectName, id: unknown): Fields | undefined {
    const row = filled(id) ? this.rows.get(idKey(of, id)).at(-1) : undefined;
    return row && (of === 'organization' ? row : this.whole(of, row));
  }
}
