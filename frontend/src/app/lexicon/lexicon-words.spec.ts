import type { TriedReading, TriedTerm } from '../api/match-types';
import { differencesOf, faultsIn, hintsOf, linesOf, soundChange, sinceOf, stepOf, verdictOf, whoseOf } from './lexicon-words';

const term = (gives: string, sure: number | null): TriedTerm => ({ gives, name: gives, sure, because: [], entries: [], learned: false });
const reading = (needs: TriedTerm[], tier: 'hard' | 'soft' | null = null): TriedReading => ({ needs, kinds: [], populations: [], facts: [], age: null, away: [], sounds: tier && { tier, because: [] }, heard: [] });

it('tells what a change does to each term', () => {
  const before = reading([term('grief', 0.9), term('sleep', 0.4), term('food', 0.2)]);
  const after = reading([term('grief', 0.9), term('alcohol', 0.5), term('sleep', 0.3)]);
  expect(linesOf('needs', before, after).map(({ term: { gives }, look, before: was }) => [gives, look, was])).toEqual([['grief', 'same', 0.9], ['alcohol', 'new', null], ['sleep', 'moved', 0.4], ['food', 'gone', 0.2]]);
  expect(linesOf('needs', before, null).every(({ look }) => look === 'same')).toBe(true);
});

it.each([
  ['hard', null, 'Before it sounds urgent; with your change it raises nothing.'],
  [null, 'soft', 'Before it raises nothing; with your change it sounds heavy.'],
  ['soft', 'soft', null],
] as const)('says what happens to how urgent it sounds: %s, then %s', (was, is, words) => expect(soundChange(reading([], was), reading([], is))).toBe(words));

it.each([[true, false, 'broken'], [false, true, 'mended'], [true, true, 'other'], [false, false, 'other']] as const)('right %s, then %s: %s', (now, after, verdict) => {
  const state = (right: boolean) => ({ needs: [], tier: 'none' as const, right });
  expect(verdictOf({ id: '', text: '', whom: null, needs: [], names: [], tier: 'none', author: 'desk', now: state(now), after: state(after) })).toBe(verdict);
});

it('says whose a line is, and what was done to it', () => {
  expect(whoseOf({ author: 'product', changedBy: null, changedAt: null })).toBe('Came with the product');
  expect(whoseOf({ author: 'desk', changedBy: 'Mei Tan', changedAt: '2026-11-03T15:00:00Z' })).toBe('Of this desk · Mei Tan, Nov 3, 2026');
  expect(stepOf({ id: '', what: 'changed', by: 'Mei Tan', at: '2026-11-03T15:00:00Z', undone: false, changes: [{ field: 'weight', before: '0.9', after: '0.5' }] })).toBe('Changed by Mei Tan, Nov 3, 2026: how strongly 0.9 → 0.5');
});

it('counts hints without saying that nobody is in danger', () => {
  expect(hintsOf({ tier: 'hard', heard: 12, danger: 2, heavy: 3, notMeant: 5, open: 2 })).toBe('Sounded urgent: 12 (2 in danger, 3 heavy, 5 not what they meant, 2 not decided)');
  expect(hintsOf({ tier: 'soft', heard: 0, danger: 0, heavy: 0, notMeant: 0, open: 0 })).toBe('Sounded heavy: 0');
});

it('two people on one line: only what differs stands side by side, in words', () => {
  const says = (gives: string): string => ({ 'need/grief': 'Grief', 'need/ocd': 'OCD' })[gives] ?? gives;
  const now = { language: 'en', pattern: 'paper lantern', gives: 'need/ocd', weight: 0.4, beside: false, note: undefined, off: false } as const;
  const rows = differencesOf(now, { ...now, gives: 'need/grief', pattern: ' paper lantern ', weight: 0.9, note: 'ours' }, says);
  expect(rows).toEqual([{ name: 'What it says', theirs: 'OCD', yours: 'Grief' }, { name: 'How strongly', theirs: '0.4', yours: '0.9' }, { name: 'Note', theirs: 'none', yours: 'ours' }]);
  expect(differencesOf(now, { ...now, note: '' }, says)).toEqual([]);
  expect(sinceOf({ by: 'Noor Vance', what: 'changed', at: '2026-11-30T10:00:00Z' })).toMatch(/^Changed by Noor Vance, Nov 30, /);
});

it.each([
  ['quilted fog', 1, {}],
  ['quilted fog', 0.01, {}],
  ['quilted fog', 3, { weight: { words: 'Write a number from 0.01 to 1, not 3: 1 is sure, 0.5 a hint among others.', now: true } }],
  ['quilted fog', 0, { weight: expect.objectContaining({ now: true }) }],
  ['quilted fog', 0.001, { weight: expect.objectContaining({ now: true }) }],
  ['quilted fog', Number.NaN, { weight: { words: 'Write a number from 0.01 to 1: 1 is sure, 0.5 a hint among others.', now: true } }],
  ['  ', 0.5, { pattern: expect.objectContaining({ now: false }) }],
])('%j at %d: what keeps it from being saved', (pattern, weight, faults) => expect(faultsIn({ language: 'en', pattern, gives: '', weight })).toEqual(faults));
