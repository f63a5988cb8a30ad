/** How a cell is read. `list`: several values in one cell; `python`: a list as Python prints it, with single quotes and `None`. */
export const FORMS = ['zip', 'date', 'list', 'python'] as const;
export type Form = (typeof FORMS)[number];

/** Where a value comes from: a column, the first of several that says something, or more exactly. */
export type Rule = string | readonly string[] | ExactRule;
export interface ExactRule {
  /** A column, or the first of several that says something. */
  column?: string | readonly string[];
  /** Columns put together, those that say something. */
  join?: readonly string[];
  /** What stands between joined columns. Default: a blank. */
  with?: string;
  /** The same for every row. */
  constant?: string;
  /** A row of another table that the row names (`joins`). */
  from?: string;
  as?: Form;
  /** What stands between the values of a list. Default: `;`, `|` or a new line. */
  split?: string;
  /** Of objects in a Python list: the members to take, the first that is there. */
  pick?: readonly string[];
  /** A column whose yes says that the source keeps this private. */
  unless?: string;
}

export interface PhoneRule {
  number: Rule;
  type?: Rule;
  description?: Rule;
}

/** Rows of another table, or of the same one, that a row names. */
export interface Join {
  /** Column that names the other row. */
  by: string;
  /** Column in which the other row bears that name. */
  key: string;
  /** Word in the name of the other file beside this one. Left out: the same file. */
  file?: string;
}

export interface Condition {
  column: string;
  /** Values, in small letters. */
  is: readonly string[];
}

/** How the rows of a table become services. It is a JSON file, or one of the presets. */
export interface Mapping {
  name: string;
  /** What a table must have to be taken for one of this kind. */
  columns?: readonly string[];
  joins?: Readonly<Record<string, Join>>;
  /** Only these rows are services. */
  rows?: Condition;
  /** Rows that the source does not want to be shown, and why. */
  leaveOut?: readonly (Condition & { why: string })[];
  /** Cells that say nothing. */
  nothing?: readonly string[];
  fields: Readonly<Partial<Record<Target, Rule>>>;
  phones?: readonly PhoneRule[];
  /** Terms of the vocabulary that hang on every row, as `taxonomy/code`. */
  terms?: readonly string[];
}

const SERVICE = ['id', 'name', 'alternate_name', 'description', 'status', 'url', 'email', 'application_process', 'fees_description', 'eligibility_description', 'wait_time', 'alert', 'minimum_age', 'maximum_age', 'interpretation_services', 'accreditations', 'last_modified', 'source_verified_on'] as const;
const ORGANIZATION = ['organization.id', 'organization.name', 'organization.alternate_name', 'organization.description', 'organization.email', 'organization.website', 'organization.legal_status', 'organization.year_incorporated'] as const;
const PLACE = ['location.id', 'location.name', 'location.description', 'location.transportation', 'location.latitude', 'location.longitude', 'location.confidential'] as const;
const ADDRESS = ['address.attention', 'address.address_1', 'address.address_2', 'address.city', 'address.region', 'address.state_province', 'address.postal_code', 'address.country'] as const;
const LISTS = ['languages', 'hours', 'areas', 'accessibility', 'required_documents', 'foreign_codes'] as const;

/** What a column can fill. */
export const TARGETS = [...SERVICE, ...ORGANIZATION, ...PLACE, ...ADDRESS, ...LISTS] as const;
export type Target = (typeof TARGETS)[number];

const MEMBERS = ['name', 'description', 'columns', 'joins', 'rows', 'leaveOut', 'nothing', 'fields', 'phones', 'terms'];
const RULE_MEMBERS = ['column', 'join', 'with', 'constant', 'from', 'as', 'split', 'pick', 'unless'];
type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const SOURCES = ['column', 'join', 'constant'];
const isOneOf = (value: unknown, known: readonly unknown[]): boolean => value === undefined || known.includes(value);
const isTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every((one) => typeof one === 'string');

function ruleFaults(name: string, rule: unknown, joins: readonly string[]): string[] {
  if (typeof rule === 'string' || isTexts(rule)) return [];
  if (!isObject(rule)) return [`${name}: a column, several columns or an object was expected.`];
  return [
    ...Object.keys(rule).filter((member) => !RULE_MEMBERS.includes(member)).map((member) => `${name}: ${member} is not known. Known are ${RULE_MEMBERS.join(', ')}.`),
    ...(isOneOf(rule['as'], FORMS) ? [] : [`${name}: as takes ${FORMS.join(', ')}.`]),
    ...(isOneOf(rule['from'], joins) ? [] : [`${name}: from names none of the joins.`]),
    ...(SOURCES.some((member) => rule[member] !== undefined) ? [] : [`${name}: say column, join or constant.`]),
  ];
}

/** What is wrong with a mapping that somebody wrote, as sentences; empty when it can be used. */
export function mappingFaults(json: unknown): string[] {
  if (!isObject(json)) return ['A mapping is a JSON object.'];
  const fields = isObject(json['fields']) ? json['fields'] : {};
  const joins = isObject(json['joins']) ? Object.keys(json['joins']) : [];
  const phones = Array.isArray(json['phones']) ? (json['phones'] as unknown[]) : [];
  return [
    ...Object.keys(json).filter((member) => !MEMBERS.includes(member)).map((member) => `${member} is not known. Known are ${MEMBERS.join(', ')}.`),
    ...('name' in fields ? [] : ['fields must say where the name of a service stands.']),
    ...Object.keys(fields).filter((target) => !TARGETS.includes(target as Target)).map((target) => `fields: ${target} is not known. Known are ${TARGETS.join(', ')}.`),
    ...Object.entries(fields).flatMap(([target, rule]) => ruleFaults(`fields: ${target}`, rule, joins)),
    ...phones.flatMap((phone, index) => (isObject(phone) ? ruleFaults(`phones: number ${index + 1}`, phone['number'], joins) : [`phones: ${index + 1} is no object.`])),
  ];
}
