import type { OwnField, OwnValues } from '../../directory/index.js';

/** What an agency wants changed: what the listing said when it looked, and what it should say. */
export type Changes = { [F in OwnField]?: { before: OwnValues[F]; after: OwnValues[F] } };
/** What a steward decided on each field; `why` where it was not taken over. */
export type Decisions = Partial<Record<OwnField, { accepted: boolean; why: string | null }>>;

/** How the directory compares two values of a field; given, so that this stays pure. */
export type Compare = <F extends OwnField>(field: F, a: OwnValues[F], b: OwnValues[F]) => boolean;

/** The parts of the page and what stands in each: cost in words and what people can pay with are one part, and two fields for a steward. */
export const PARTS = [['hours'], ['phones'], ['website'], ['eligibility'], ['cost', 'payments'], ['documents'], ['languages'], ['description']] as const satisfies readonly (readonly OwnField[])[];
export type Part = (typeof PARTS)[number][0];
export const isPart = (name: string): name is Part => PARTS.some(([first]) => first === name);
export const fieldsOfPart = (part: Part): readonly OwnField[] => PARTS.find(([first]) => first === part) ?? [];
export const FIELDS: readonly OwnField[] = PARTS.flat();

/** The fields whose value differs from the listing. */
export function changesOf(listing: OwnValues, wanted: OwnValues, same: Compare): Changes {
  const changes: Changes = {};
  const look = <F extends OwnField>(field: F): void => {
    if (!same(field, listing[field], wanted[field])) Object.assign(changes, { [field]: { before: listing[field], after: wanted[field] } });
  };
  for (const field of FIELDS) look(field);
  return changes;
}

export const changedFields = (changes: Changes): OwnField[] => FIELDS.filter((field) => changes[field]);

/** The end of a proposal: all taken over, some, or nothing. */
export function stateOf(accepted: number, all: number): 'published' | 'partly' | 'refused' {
  if (accepted === all) return 'published';
  return accepted ? 'partly' : 'refused';
}
