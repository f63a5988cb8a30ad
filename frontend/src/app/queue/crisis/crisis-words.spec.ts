import { crisisLines, milderMissing, resultsOf, stepWords, whysOf, type Step } from './crisis-words';

const ruth = { id: 'ruth', name: 'Ruth Amsel' };
const done = (...steps: Step[]): { step: Step }[] => steps.map((step) => ({ step }));

test.each<[Parameters<typeof whysOf>[0], Step[], readonly string[]]>([
  [{ step: 'own-plan', result: 'helped', consent: null }, [], []],
  [{ step: 'lifeline', result: 'helped', consent: null }, ['own-plan'], ['they-asked', 'attempt']],
  [{ step: 'lifeline', result: 'helped', consent: null }, ['own-plan', 'trusted-person'], []],
  [{ step: 'lifeline', result: 'not-possible', consent: null }, [], []],
  [{ step: 'emergency', result: 'on-its-way', consent: false }, ['own-plan', 'trusted-person', 'lifeline', 'mobile-crisis'], ['attempt', 'imminent']],
  [{ step: 'emergency', result: null, consent: false }, [], []],
])('%j after %j asks why: %j', (at, before, whys) => {
  expect(whysOf(at, done(...before))).toEqual(whys);
});

test('nobody is on their way by a step that sends nobody', () => {
  expect(resultsOf('lifeline').map(({ code }) => code)).not.toContain('on-its-way');
  expect(resultsOf('mobile-crisis').map(({ code }) => code)).toContain('on-its-way');
  expect(milderMissing('mobile-crisis', done('own-plan', 'lifeline')).map(({ code }) => code)).toEqual(['trusted-person']);
});

test('a record in the history: opened, called in, each step, ended', () => {
  const step = { id: 's', step: 'emergency' as const, result: 'on-its-way' as const, consent: false, why: 'attempt' as const, words: 'At home.', by: ruth, at: '2026-11-24T08:20:00Z' };
  const record = { id: 'c', kind: 'suicide' as const, whose: 'asker' as const, openedBy: ruth, openedAt: '2026-11-24T08:00:00Z', calledAt: '2026-11-24T08:05:00Z', supervisor: { id: 'ana', name: 'Ana Reyes' }, supervisorAt: '2026-11-24T08:06:00Z', rescue: 'confirmed' as const, result: 'in-care' as const, words: null, endedBy: ruth, endedAt: '2026-11-24T09:00:00Z', version: 5, steps: [step] };
  expect(stepWords(step)).toBe('They are on their way, without their consent, an attempt is under way');
  expect(crisisLines([record], 'ruth').map(({ text, small, note }) => [text, small, note].filter(Boolean).join(' | '))).toEqual([
    'You opened a crisis record. | They may kill themselves',
    'A supervisor was called in.',
    'Ana Reyes was called in as supervisor, and came.',
    'You wrote down a crisis step: emergency services. | They are on their way, without their consent, an attempt is under way | At home.',
    'You ended the crisis record. | Others have taken over. Rescue got there',
  ]);
});
