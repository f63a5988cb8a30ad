import { conflict, violates, type DeskError, type Tx } from '../../platform/index.js';
import { CRISIS_SINCE } from './in-crisis.sql.js';

const open = (): DeskError => conflict('inquiry.in-crisis', 'A crisis record is open. End it first: how it ended, and whether rescue got there.');

/** Whoever is in danger is not put away: throws 409 `inquiry.in-crisis` while a record of the request goes on. */
export async function refuseInCrisis(tx: Tx, inquiryId: string): Promise<void> {
  if ((await tx.query(CRISIS_SINCE, [inquiryId])).length) throw open();
}

/** The database's own refusal, of a record that was opened at the same moment, as a sentence. */
export const inCrisis = (error: unknown): unknown => (violates(error, 'inquiry_crisis_ended') ? open() : error);
