import { setDeskZone } from '../../ui/zone';
import { isOverdue, promiseLine, promiseWords, span, type Promised } from './promise-words';

const NOW = new Date('2026-11-24T15:00:00Z');
const item = (over: Partial<Promised>): Promised => ({ status: 'claimed', dueAt: null, dueLeft: null, contactedAt: null, promiseKept: null, ...over });

describe('the promise in a row', () => {
  beforeEach(() => setDeskZone('America/New_York'));
  afterEach(() => setDeskZone(null));

  test.each<[string, Partial<Promised>, RegExp]>([
    ['soon', { dueAt: '2026-11-24T17:10:00Z' }, /^due in 2 h 10 min$/],
    ['a second before', { dueAt: '2026-11-24T15:00:01Z' }, /^due in 1 min$/],
    ['at its instant', { dueAt: '2026-11-24T15:00:00Z' }, /^overdue since 10:00\sAM/],
    ['since this morning', { dueAt: '2026-11-24T14:40:00Z' }, /^overdue since 9:40\sAM/],
    ['since another day', { dueAt: '2026-11-23T14:40:00Z' }, /^overdue since Nov 23, 9:40\sAM/],
    ['another day', { dueAt: '2026-11-25T14:40:00Z' }, /^due Nov 25, 9:40\sAM/],
    ['waiting for them', { dueLeft: 7200 }, /^waits for them, 2 h left$/],
    ['kept', { dueAt: '2026-11-24T14:40:00Z', contactedAt: '2026-11-24T14:00:00Z', promiseKept: true }, /^$/],
    ['closed', { status: 'closed', dueAt: '2026-11-24T14:40:00Z' }, /^$/],
    ['from before there were promises', {}, /^$/],
  ])('%s', (_, over, words) => {
    expect(promiseWords(item(over), NOW)).toMatch(words);
    expect(isOverdue(item(over), NOW)).toBe(/^overdue/.test(promiseWords(item(over), NOW)));
  });

  test.each([[0, '0 min'], [1, '1 min'], [60_000, '1 min'], [3_600_000, '1 h'], [3_600_001, '1 h 1 min']])('%i ms: %s', (milliseconds, words) => {
    expect(span(milliseconds)).toBe(words);
  });

  test.each<[string, Partial<Promised>, string, RegExp]>([
    ['kept', { dueAt: '2026-11-24T14:40:00Z', contactedAt: '2026-11-24T14:00:00Z', promiseKept: true }, 'kept', /^was made 9:00\sAM.*, in time$/],
    ['missed', { dueAt: '2026-11-24T14:40:00Z', contactedAt: '2026-11-24T14:50:00Z', promiseKept: false }, 'late', /^was made 9:50\sAM.*, late: it was promised by 9:40\sAM/],
    ['nothing promised, but made', { contactedAt: '2026-11-24T14:50:00Z' }, 'kept', /^was made 9:50\sAM\S*( \w+)?$/],
    ['waiting', { dueLeft: 5400 }, 'waits', /^waits for them: the clock stands still, 1 h 30 min/],
    ['in days', { dueAt: '2026-11-27T17:30:00Z' }, 'due', /^due in 3 days and 2 h$/],
    ['over', { dueAt: '2026-11-24T14:40:00Z' }, 'overdue', /^overdue since 9:40\sAM/],
  ])('of a request: %s', (_, over, look, words) => {
    expect(promiseLine(item(over), NOW)).toMatchObject({ look, words: expect.stringMatching(words) });
  });
});
