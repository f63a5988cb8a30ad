import type { BulkRefusal } from './bulk-rules.js';

/** Who is to take a request. */
export interface Taker {
  id: string;
  name: string;
  /** May open restricted requests. */
  restricted: boolean;
}

/** What giving a request away needs to know of it. */
export interface AssignFacts {
  status: 'new' | 'claimed' | 'closed';
  /** The actor has it. */
  mine: boolean;
  /** Name of who has it; null for nobody. */
  owner: string | null;
  assignee: string | null;
  /** Only accounts with the flag may open it. */
  restricted: boolean;
  /** Accounts that said that they know the person. */
  knownBy: readonly string[];
}

/** Why a request is not given to `taker`; undefined when it is. What may not be opened, is closed or was changed is asked before. */
export function assignRefusal(row: AssignFacts, taker: Taker | undefined, supervises: boolean): BulkRefusal | undefined {
  if (!taker) return { code: 'no-taker', why: 'Choose a colleague who works on requests.' };
  if (!supervises && !row.mine) return row.owner ? { code: 'not-yours', why: `${row.owner} works on it.` } : { code: 'not-claimed', why: 'Nobody has it yet. Claim it first.' };
  return takerRefusal(row, taker);
}

function takerRefusal(row: AssignFacts, taker: Taker): BulkRefusal | undefined {
  if (row.assignee === taker.id) return { code: 'same', why: `${taker.name} has it already.` };
  if (row.restricted && !taker.restricted) return { code: 'taker-restricted', why: `${taker.name} may not open this kind of request. Choose somebody else.` };
  if (row.knownBy.includes(taker.id)) return { code: 'taker-knows', why: `${taker.name} said that they know this person. Choose somebody else.` };
  return undefined;
}
