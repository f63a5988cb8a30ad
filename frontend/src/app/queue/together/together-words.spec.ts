import type { PossibleView } from '../../api/types';
import { hintOf, likenessOf, sorted } from './together-words';

const one = (because: PossibleView['because'], tie: PossibleView['tie'] = null): PossibleView => ({ id: 'id', reference: 'R-4K7P-29', priority: 2, status: 'new', openedAt: '2026-11-24T08:12:00Z', topics: [], assignee: null, because, tie, actions: [] });
const tie = (kind: 'linked' | 'apart'): PossibleView['tie'] => ({ kind, by: 'Ruth Adler', at: '2026-11-24T08:12:00Z' });

test('the strip counts and says what is the same, strongest first', () => {
  expect(hintOf([one(['phone'])])).toBe('1 possible match: same phone.');
  expect(hintOf([one(['needs']), one(['email', 'phone'])])).toBe('2 possible matches: same phone, same e-mail, same ZIP code and needs, within days.');
  expect(likenessOf([])).toBe('');
});

test('what somebody said is no open hint any more', () => {
  const all = [one(['phone']), one(['phone'], tie('linked')), one([], tie('apart'))];
  expect(sorted(all)).toEqual({ open: [all[0]], linked: [all[1]], apart: [all[2]] });
});
