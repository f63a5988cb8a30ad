import { logOf } from './history';

const ruth = { id: 'ruth', name: 'Ruth Amsel' };

test('what happened: newest first, notes in their place, every line a sentence with who', () => {
  const lines = logOf(
    {
      history: [
        { at: '2026-11-24T08:12:00Z', type: 'inquiry.submitted', actor: null, body: {} },
        { at: '2026-11-24T08:26:00Z', type: 'inquiry.claimed', actor: ruth, body: {} },
        { at: '2026-11-24T09:05:00Z', type: 'inquiry.noted', actor: ruth, body: {} },
        { at: '2026-11-24T10:00:00Z', type: 'inquiry.released', actor: { id: 'ana', name: 'Ana Reyes' }, body: { reason: 'end of my day' } },
        { at: '2026-11-24T10:30:00Z', type: 'later.event', actor: ruth, body: {} },
      ],
      notes: [
        { id: 'n', author: ruth, at: '2026-11-24T09:05:00Z', audience: 'shareable', text: 'Evenings are best.' },
        { id: 'p', author: null, at: '2026-11-24T09:30:00Z', audience: 'person', text: 'A text is fine.' },
      ],
    },
    'ruth',
  );
  expect(lines.map(({ text, small, note }) => [text, small, note].filter(Boolean).join(' | '))).toEqual([
    'You: later event.', 'Ana Reyes gave it back. | end of my day', 'The person wrote: | A text is fine.', 'You noted: | May be shared | Evenings are best.', 'You claimed it.', 'The form was sent.',
  ]);
});
