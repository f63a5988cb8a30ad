import { OWN_FIELDS } from '../domain/own-facts.js';

/** What is compared with what a source says: all that can be given here. */
export const CONFLICT_FIELDS = [...OWN_FIELDS, 'areas'] as const;
export type ConflictField = (typeof CONFLICT_FIELDS)[number];
/** Of a crisis line one person alone changes none of these (decision 17). */
export const TWO_PEOPLE: readonly ConflictField[] = ['phones', 'description'];

/** A number as far as it can be compared: batches name members by property, tables by column. */
export interface PhoneLike {
  number?: string | null | undefined;
  extension?: string | null | undefined;
  description?: string | null | undefined;
}
export interface HoursLike {
  byday?: string | null | undefined;
  opensAt?: string | null | undefined;
  closesAt?: string | null | undefined;
  description?: string | null | undefined;
}

/** Numbers as lines, in one order. */
export const phoneLines = (rows: readonly PhoneLike[]): string[] => [...new Set(rows.map(({ number, extension }) => [number, extension && `ext. ${extension}`].filter(Boolean).join(' ')))].sort();

/** Hours as lines of one day each, so that one week is not two because its rows are cut otherwise. */
export const hoursLinesOf = (rows: readonly HoursLike[]): string[] =>
  [...new Set(rows.flatMap(({ byday, opensAt, closesAt, description }) => (byday && opensAt && closesAt ? byday.split(',').map((day) => `${day} ${opensAt} to ${closesAt}`) : [description?.trim() ?? ''])))].filter(Boolean).sort();

/** Names as lines, in one order. */
export const nameLines = (names: readonly (string | null | undefined)[]): string[] => [...new Set(names.map((name) => name?.trim() ?? '').filter(Boolean))].sort();

/** What a source says of one field of one service, beside what stands here and what stood before it was published. */
export interface Sides {
  serviceId: string;
  field: ConflictField;
  ours: readonly string[];
  theirs: readonly string[];
  before: readonly (readonly string[])[];
  rows: readonly object[];
}

const same = (one: readonly string[], other: readonly string[]): boolean => JSON.stringify(one) === JSON.stringify(other);

/** A source that still says what it said before somebody here decided against it is no conflict: that was decided. One that says nothing takes nothing back. */
export const isConflict = ({ ours, theirs, before }: Sides): boolean => theirs.length > 0 && !same(ours, theirs) && !before.some((one) => same(one, theirs));
