import type { OwnField } from '../../directory/index.js';
import { changedFields, type Changes } from './changes.js';

/** What changes often and harms little: an agency that was right before need not wait for a steward. Never a number, and never anything of a crisis line. */
const QUICK: readonly OwnField[] = ['hours', 'website'];
/** So many of its changes a steward took over, since one that was published at once was last taken back. */
export const TRUSTED_AFTER = 3;

/** A proposal's changes in two: what is published at once, and what waits for a steward. `moved`: the listing says something else by now. */
export function splitQuick(changes: Changes, { accepted, crisis, moved }: { accepted: number; crisis: boolean; moved: readonly OwnField[] }): { quick: Changes; rest: Changes } {
  const may = (field: OwnField): boolean => accepted >= TRUSTED_AFTER && !crisis && QUICK.includes(field) && !moved.includes(field);
  const part = (wanted: boolean): Changes => Object.fromEntries(changedFields(changes).filter((field) => may(field) === wanted).map((field) => [field, changes[field]]));
  return { quick: part(true), rest: part(false) };
}
