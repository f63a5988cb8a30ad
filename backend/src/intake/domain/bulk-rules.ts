import { assignRefusal, type Taker } from './assigning.js';

/** What one act on many needs to know of a row. */
export interface BulkRowFacts {
  status: 'new' | 'claimed' | 'closed';
  version: number;
  /** The actor has it. */
  mine: boolean;
  /** Name of who has it; null for nobody. */
  owner: string | null;
  /** Only accounts with the flag may open it, and the actor is none. */
  shut: boolean;
  safety: string;
  priority: number;
  /** Needs that go on, with those of what was merged into it. */
  openNeeds: number;
  /** Tasks of which nobody has said what becomes of them at closing, with those of what was merged into it. */
  openTasks: number;
  assignee: string | null;
  /** Only accounts with the flag may open it. */
  restricted: boolean;
  /** A crisis record of it is open. */
  inCrisis: boolean;
  /** Accounts that said that they know the person. */
  knownBy: readonly string[];
}

export interface BulkAct {
  action: 'claim' | 'release' | 'urgency' | 'close' | 'assign';
  /** Of `urgency`. */
  priority?: number | undefined;
  /** Of `assign`. */
  taker?: Taker | undefined;
  /** The version that was looked at. */
  version?: number | undefined;
}

/** Why a row is left as it is: a code, and a sentence with what to do. */
export interface BulkRefusal {
  code: string;
  why: string;
}
const refusal = (code: string, why: string): BulkRefusal => ({ code, why });

const SHUT = refusal('restricted', 'Only some of us may open this kind of request. Ask a supervisor.');
const CHANGED = refusal('changed', 'Somebody changed it since you looked. Look again.');
const CLOSED = refusal('closed', 'It is closed.');

type Rule = (row: BulkRowFacts, act: BulkAct, supervises: boolean) => BulkRefusal | undefined;
const ownOnly: Rule = ({ mine, owner }, _, supervises) => {
  if (mine || supervises) return undefined;
  return owner ? refusal('not-yours', `${owner} works on it.`) : refusal('not-claimed', 'Nobody has it yet. Claim it first.');
};

const calm = ({ inCrisis }: BulkRowFacts): BulkRefusal | undefined => (inCrisis ? refusal('in-crisis', 'A crisis record is open. End it first.') : undefined);

const tasksDecided = ({ openTasks }: BulkRowFacts): BulkRefusal | undefined => (openTasks ? refusal('tasks-open', 'A task is open. Open the request and say what becomes of it.') : undefined);

/** Each act's own rule: the same as of the act on one request. */
const RULES: Readonly<Record<BulkAct['action'], Rule>> = {
  claim: ({ status, mine, owner }) => (status === 'new' ? undefined : refusal('claimed', mine ? 'It is yours already.' : `${owner ?? 'A colleague'} has it.`)),
  release: (row, act, supervises) => (row.status === 'new' ? refusal('not-claimed', 'Nobody has it.') : (ownOnly(row, act, supervises) ?? calm(row))),
  urgency: (row, act, supervises) => {
    if (row.safety === 'no' && act.priority !== 0) return refusal('not-safe', 'They said that they are not safe: it stays Now.');
    return row.priority === act.priority ? refusal('same', 'It has this urgency already.') : ownOnly(row, act, supervises);
  },
  close: (row, act, supervises) => ownOnly(row, act, supervises) ?? calm(row) ?? (row.openNeeds ? refusal('needs-open', 'A need goes on. End each need first: how, and why.') : undefined) ?? tasksDecided(row),
  assign: (row, { taker }, supervises) => assignRefusal(row, taker, supervises),
};

/** Why this act is not done to this row; undefined when it is. */
export function refusalOf(row: BulkRowFacts, act: BulkAct, supervises: boolean): BulkRefusal | undefined {
  if (row.shut) return SHUT;
  if (row.status === 'closed') return CLOSED;
  if (act.version !== undefined && act.version !== row.version) return CHANGED;
  return RULES[act.action](row, act, supervises);
}
