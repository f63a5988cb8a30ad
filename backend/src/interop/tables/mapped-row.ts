import { COLUMNS, ORIGIN, type Raw } from '../hsds/reading.js';
import type { Origin, Report } from '../hsds/domain/report.js';
import type { Mapping, Rule, Target } from './domain/mapping.js';
import { isYes } from './domain/cells.js';
import { RowRules, type Cells, type Found } from './domain/rules.js';

type Prefix = '' | 'organization.' | 'location.' | 'address.';

/** A row, the rows that it names, and where it stands. */
export interface MappedRow {
  row: Cells;
  joined: Readonly<Record<string, Cells | undefined>>;
  origin: Origin;
}

/** Makes a nested HSDS 3 service of one row of a table, so that it goes the way of every other. Findings name the columns of the table. */
export class RowMapper {
  private readonly rules: RowRules;
  private readonly parts = new Map<Prefix, Raw>();

  constructor(
    private readonly mapping: Mapping,
    private readonly given: MappedRow,
    report: Report,
  ) {
    this.rules = new RowRules(mapping, given.row, given.joined, (action, column, code, detail) => report[action](given.origin, column || null, code, detail));
  }

  service(): Raw {
    const service = this.part('');
    return {
      status: 'active', // a table without a status lists what there is
      ...service,
      id: service['id'] ?? this.madeId(service),
      organization: this.organization(),
      phones: this.phones(),
      languages: this.list('languages', (value) => ({ name: value })),
      schedules: this.list('hours', (value) => ({ description: value })),
      service_areas: this.list('areas', (value) => ({ name: value, extent_type: 'text', extent: value })),
      required_documents: this.list('required_documents', (value) => ({ document: value })),
      foreign_codes: this.rules.all(this.mapping.fields.foreign_codes).map(({ value }) => value),
      attributes: (this.mapping.terms ?? []).map((term) => ({ taxonomy_term: { taxonomy: term.split('/')[0], code: term.split('/')[1] } })),
      service_at_locations: this.placements(),
      [ORIGIN]: this.given.origin,
    };
  }

  /** A table without ids: its name, its organization and its address tell one row from another. */
  private madeId(service: Raw): string {
    const said = [service['name'], ...Object.values(this.part('organization.')), ...Object.values(this.part('address.'))];
    return said.filter((one) => typeof one === 'string').join('|');
  }

  /** Members of one object, read once: what is wrong with them is said once. */
  private part(prefix: Prefix): Raw {
    const part = this.parts.get(prefix) ?? this.read(prefix);
    this.parts.set(prefix, part);
    return part;
  }

  /** With the columns that they came from. */
  private read(prefix: Prefix): Raw {
    const rules = Object.entries(this.mapping.fields).filter(([target]) => (prefix ? target.startsWith(prefix) : !target.includes('.')));
    const asked = rules.map(([target, rule]) => [target.slice(prefix.length), columnOf(rule)]);
    const found = rules.flatMap(([target, rule]): [string, Found][] => {
        const one = this.rules.one(rule);
        return one && !LISTS.includes(target as Target) ? [[target.slice(prefix.length), one]] : [];
      });
    return { ...Object.fromEntries(found.map(([member, { value }]) => [member, value])), [ORIGIN]: this.given.origin, [COLUMNS]: Object.fromEntries([...asked, ...found.map(([member, { column }]) => [member, column])]) as Record<string, string> };
  }

  private organization(): Raw | undefined {
    const organization = this.part('organization.');
    return typeof organization['name'] === 'string' ? { id: organization['name'], ...organization } : undefined;
  }

  private phones(): Raw[] {
    return (this.mapping.phones ?? []).flatMap(({ number, type, description }) =>
      this.rules.all(number).map(({ value, column }): Raw => ({ number: value, type: this.rules.one(type)?.value.toLowerCase(), description: this.rules.one(description)?.value, [ORIGIN]: this.given.origin, [COLUMNS]: { number: column } })),
    );
  }

  private list(target: Target, object: (value: string) => Raw): Raw[] {
    return this.rules.all(this.mapping.fields[target]).map(({ value, column }) => {
      const raw = object(value);
      return { ...raw, [ORIGIN]: this.given.origin, [COLUMNS]: Object.fromEntries(Object.keys(raw).map((member) => [member, column])) };
    });
  }

  /** One place a row, where the row says something of it. Of a place that its source keeps private there is no street and no point. */
  private placements(): Raw[] {
    const [location, address] = [this.part('location.'), this.part('address.')];
    const parts = textsIn(address);
    if (!parts.length && location['latitude'] === undefined) return [];
    const confidential = location['confidential'] !== undefined && isYes(textsIn({ confidential: location['confidential'] }).join(''));
    const veil = confidential ? PRIVATE : {};
    const accessibility = this.list('accessibility', (value) => ({ description: value }));
    const addresses = parts.length ? [{ country: 'US', ...address, ...veil }] : [];
    return [{ location: { location_type: 'physical', id: `${parts.join('|')}${confidential ? '|private' : ''}`, ...location, ...veil, confidential, accessibility, addresses }, [ORIGIN]: this.given.origin }];
  }
}

const PRIVATE = { latitude: undefined, longitude: undefined, address_1: undefined, address_2: undefined };
const textsIn = (raw: Raw): string[] => Object.values(raw).filter((value): value is string => typeof value === 'string');

/** The column that a rule looks at first: it is named where it says nothing. */
function columnOf(rule: Rule): string {
  if (typeof rule === 'string') return rule;
  const { column = [], join = [] } = 'length' in rule ? { column: rule } : rule;
  return [...[column].flat(), ...join][0] ?? '';
}

const LISTS: readonly Target[] = ['languages', 'hours', 'areas', 'accessibility', 'required_documents', 'foreign_codes'];
