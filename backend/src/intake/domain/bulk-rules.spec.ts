import { refusalOf, type BulkAct, type BulkRowFacts } from './bulk-rules.js';

const ROW: BulkRowFacts = { status: 'claimed', version: 3, mine: true, owner: 'Ruth Adler', shut: false, safety: 'yes', priority: 2, openNeeds: 0, openTasks: 0, assignee: 'ruth', restricted: false, inCrisis: false, knownBy: [] };
const NEW: Partial<BulkRowFacts> = { status: 'new', mine: false, owner: null };
const THEIRS: Partial<BulkRowFacts> = { mine: false, owner: 'Ana Rios' };

describe('one act on many', () => {
  it.each<[BulkAct['action'], Partial<BulkRowFacts>, string | undefined, string | undefined]>([
    ['claim', NEW, undefined, undefined],
    ['claim', {}, 'claimed', 'claimed'],
    ['claim', THEIRS, 'claimed', 'claimed'],
    ['release', {}, undefined, undefined],
    ['release', THEIRS, 'not-yours', undefined],
    ['release', NEW, 'not-claimed', 'not-claimed'],
    ['urgency', {}, undefined, undefined],
    ['urgency', THEIRS, 'not-yours', undefined],
    ['urgency', NEW, 'not-claimed', undefined],
    ['urgency', { priority: 1 }, 'same', 'same'],
    ['urgency', { safety: 'no', priority: 0 }, 'not-safe', 'not-safe'],
    ['close', {}, undefined, undefined],
    ['close', { openNeeds: 1 }, 'needs-open', 'needs-open'],
    ['close', { openTasks: 1 }, 'tasks-open', 'tasks-open'],
    ['close', { inCrisis: true, openNeeds: 1 }, 'in-crisis', 'in-crisis'],
    ['release', { inCrisis: true }, 'in-crisis', 'in-crisis'],
    ['assign', { inCrisis: true }, 'no-taker', 'no-taker'],
    ['close', THEIRS, 'not-yours', undefined],
    ['close', { ...NEW, openNeeds: 1 }, 'not-claimed', 'needs-open'],
  ])('%s of %j: %s, as a supervisor %s', (action, over, code, supervisors) => {
    const act = { action, priority: 1 };
    expect([refusalOf({ ...ROW, ...over }, act, false)?.code, refusalOf({ ...ROW, ...over }, act, true)?.code]).toEqual([code, supervisors]);
  });

  it.each<BulkAct['action']>(['claim', 'release', 'urgency', 'close', 'assign'])('%s: never what may not be opened, is closed, or was changed since it was looked at', (action) => {
    const act = { action, priority: 1 };
    expect(refusalOf({ ...ROW, shut: true }, act, true)?.code).toBe('restricted');
    expect(refusalOf({ ...ROW, status: 'closed' }, act, true)?.code).toBe('closed');
    expect(refusalOf(ROW, { ...act, version: 2 }, true)?.code).toBe('changed');
  });
});
