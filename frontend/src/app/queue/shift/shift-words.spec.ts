import { dueWords } from './shift-words';

const NOTHING = { dues: [], asleep: false, wakesAt: null, woke: false, draft: false };
const NOW = new Date('2026-03-02T14:00:00Z');

test.each([
  [{}, ['Nothing is due']],
  [{ dues: [{ kind: 'no-answer', on: '2026-02-27', late: true }, { kind: 'needs-open', on: null, late: false }] }, ['The agency has not answered, overdue since Friday, February 27, 2026', 'A need has no option yet']],
  [{ dues: [{ kind: 'did-it-help', on: '2026-03-02', late: false }], draft: true }, ['Ask whether it helped, due Monday, March 2, 2026', 'A note of yours is not saved yet']],
  [{ asleep: true }, ['Asleep until an answer or a word']],
  [{ woke: true }, ['It woke']],
])('%j is told', (over, words) => {
  expect(dueWords({ ...NOTHING, ...over }, NOW)).toEqual(words);
});
