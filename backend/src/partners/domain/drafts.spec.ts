import type { OwnValues } from '../../directory/index.js';
import { FIELDS, type Changes } from './changes.js';
import { fieldsIn, progressOf, standing, stateOfPart, wantedOf, type Drafts } from './drafts.js';
import { splitQuick } from './quick.js';

const listing: OwnValues = { hours: { rows: [], other: ['By appointment'] }, phones: [], website: '', eligibility: 'Adults', cost: 'Free', payments: ['free'], documents: ['An ID'], languages: ['English'], description: 'We listen' };
const same = (_: string, a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const drafts: Drafts = { cost: { state: 'right', before: 'Free', after: null }, eligibility: { state: 'changed', before: 'Adults', after: 'Everybody' }, documents: { state: 'later', before: ['An ID'], after: null } };

it('cost in words and by terms is one part: it counts once, and a change of either is one of the part', () => {
  const changed: Drafts = { cost: { state: 'right', before: 'Free', after: null }, payments: { state: 'changed', before: ['free'], after: ['medicaid'] } };
  expect([stateOfPart(changed, 'cost'), progressOf(changed)]).toEqual(['changed', { done: 1, all: 8 }]);
  expect(stateOfPart({ payments: { state: 'later', before: ['free'], after: null } }, 'cost')).toBe('later');
  expect(stateOfPart({}, 'cost')).toBeUndefined();
});

describe('drafts of a listing', () => {
  it('counts what was looked at, not what is left for later', () => {
    expect(progressOf(drafts)).toEqual({ done: 2, all: 8 });
    expect([fieldsIn(drafts, 'right'), fieldsIn(drafts, 'changed'), fieldsIn(drafts, 'later')]).toEqual([['cost'], ['eligibility'], ['documents']]);
  });

  it('a field that changed since it was found right is looked at again; a change stays', () => {
    expect(Object.keys(standing(drafts, { ...listing, cost: '5 dollars', eligibility: 'Men' }, same))).toEqual(['eligibility', 'documents']);
    expect(standing(drafts, listing, same)).toEqual(drafts);
  });

  it('is the listing, under what was sent, under what was typed since', () => {
    const sent: Changes = { eligibility: { before: 'Adults', after: 'Women' }, website: { before: '', after: 'https://example.org' } };
    expect(wantedOf(listing, sent, drafts)).toEqual({ ...listing, eligibility: 'Everybody', website: 'https://example.org' });
    expect(wantedOf(listing, {}, { documents: { state: 'changed', before: ['An ID'], after: [] } }).documents).toEqual([]);
  });
});

describe('what is published at once', () => {
  const all = Object.fromEntries(FIELDS.map((field) => [field, { before: listing[field], after: listing[field] }])) as Changes;
  it.each([
    ['an agency that is new', { accepted: 2, crisis: false, moved: [] }, []],
    ['one that was right three times', { accepted: 3, crisis: false, moved: [] }, ['hours', 'website']],
    ['its crisis line', { accepted: 9, crisis: true, moved: [] }, []],
    ['what changed since it looked', { accepted: 3, crisis: false, moved: ['hours' as const] }, ['website']],
  ])('of %s', (_, known, quick) => {
    const split = splitQuick(all, known);
    expect(Object.keys(split.quick)).toEqual(quick);
    expect([...Object.keys(split.quick), ...Object.keys(split.rest)].sort()).toEqual([...FIELDS].sort());
  });
});
