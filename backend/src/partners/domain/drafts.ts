import type { OwnField, OwnValues } from '../../directory/index.js';
import { FIELDS, fieldsOfPart, PARTS, type Changes, type Compare, type Part } from './changes.js';

/** What an agency found of a field and has not sent yet: it is right, it should say something else, or ask about it another time. */
export interface Draft<F extends OwnField = OwnField> {
  state: 'right' | 'changed' | 'later';
  /** What the listing said when the agency looked. */
  before: OwnValues[F];
  /** What it should say; null unless `changed`. */
  after: OwnValues[F] | null;
}
export type Drafts = { [F in OwnField]?: Draft<F> };

/** Drafts that still are about what the listing says: a field that changed since it was found right is to be looked at again. */
export function standing(drafts: Drafts, listing: OwnValues, same: Compare): Drafts {
  const holds = <F extends OwnField>(field: F): boolean => {
    const draft = drafts[field];
    return draft !== undefined && (draft.state === 'changed' || same(field, draft.before, listing[field]));
  };
  return Object.fromEntries(FIELDS.filter(holds).map((field) => [field, drafts[field]]));
}

/** The listing as its agency wants it: what it says, over that what was sent and not decided, over that what was typed since. */
export function wantedOf(listing: OwnValues, sent: Changes, drafts: Drafts): OwnValues {
  const values = Object.fromEntries(FIELDS.map((field) => [field, listing[field]])) as unknown as OwnValues;
  for (const field of FIELDS) {
    const after = drafts[field]?.state === 'changed' ? drafts[field].after : sent[field]?.after;
    if (after !== undefined && after !== null) Object.assign(values, { [field]: after });
  }
  return values;
}

/** The fields that are in this state. */
export const fieldsIn = (drafts: Drafts, state: Draft['state']): OwnField[] => FIELDS.filter((field) => drafts[field]?.state === state);

/** What was found of a part: a change of any of its fields is one of the part. */
export function stateOfPart(drafts: Drafts, part: Part): Draft['state'] | undefined {
  const states = fieldsOfPart(part).flatMap((field) => drafts[field]?.state ?? []);
  return states.includes('changed') ? 'changed' : states[0];
}

/** How many parts were looked at, of how many; what is to be asked another time was not. */
export const progressOf = (drafts: Drafts): { done: number; all: number } => ({ done: PARTS.filter(([part]) => ['right', 'changed'].includes(stateOfPart(drafts, part) ?? '')).length, all: PARTS.length });
