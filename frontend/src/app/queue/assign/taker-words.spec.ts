import { movedBy } from './moved';
import { takerWords } from './taker-words';

test.each([
  [{ duty: 'on', open: 3, languages: ['es'] }, 'On duty, 3 open, speaks Spanish'],
  [{ duty: 'away', open: 0, languages: [] }, 'Away for a while, 0 open'],
  [{ duty: null, open: 1, languages: ['es', 'ar'] }, 'Not on duty, 1 open, speaks Spanish, Arabic'],
] as const)('%j is told as %s', (taker, words) => {
  expect(takerWords({ ...taker, languages: [...taker.languages] })).toBe(words);
});

const event = (type: string, body: Record<string, unknown>) => ({ id: '1', type, subject: 'r', body });
test('a row that was given shows who has it now, and offers nothing until the server was asked', () => {
  expect(movedBy(event('inquiry.assigned', { toId: 'ana', toName: 'Ana Rios' }), true)).toEqual({ status: 'claimed', assignee: { id: 'ana', name: 'Ana Rios' }, actions: [] });
  expect(movedBy(event('inquiry.assign-undone', { toId: 'ruth', toName: 'Ruth Adler' }), true).assignee).toEqual({ id: 'ruth', name: 'Ruth Adler' });
  expect(movedBy(event('inquiry.assign-undone', { toId: null, toName: null }), true)).toEqual({ status: 'new', assignee: null, actions: ['claim'] });
});
