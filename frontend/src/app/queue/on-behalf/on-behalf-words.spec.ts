import { onBehalfLines } from './on-behalf-words';

test('a joined call and speaking up, told with whom, result and minutes', () => {
  const by = { id: 'ruth', name: 'Ruth Amsel' };
  const at = '2026-11-24T08:20:00Z';
  const lines = onBehalfLines(
    [
      { id: 'a', kind: 'transfer', whom: 'Quiet Oak', asked: null, result: 'taken-over', minutes: 12, words: 'Monday at ten.', by, at, decided: null },
      { id: 'b', kind: 'advocacy', whom: 'The landlord', asked: 'sooner', result: 'refused', minutes: null, words: null, by: { id: 'ana', name: 'Ana Reyes' }, at, decided: null },
      { id: 'c', kind: 'advocacy', whom: '', asked: 'other', result: 'pending', minutes: 0, words: null, by, at, decided: { decision: 'granted', words: 'From Monday.', by, at: '2026-11-25T08:20:00Z' } },
    ],
    'ruth',
  );
  expect(lines.map(({ text, small, note }) => [text, small, note].filter(Boolean).join(' | '))).toEqual([
    'You called Quiet Oak together with the person. | They spoke together, and it goes on there, 12 min | Monday at ten.',
    'Ana Reyes asked The landlord for an earlier day, for the person. | Refused',
    'You asked somebody for something else, for the person. | Not decided yet, 0 min',
    'You wrote down what they decided. | Granted | From Monday.',
  ]);
});
