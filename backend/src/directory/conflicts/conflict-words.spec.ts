import { hoursLinesOf, isConflict, phoneLines, type Sides } from './conflict-words.js';

const sides = (over: Partial<Sides> = {}): Sides => ({ serviceId: 's', field: 'description', ours: ['ours'], theirs: ['theirs'], before: [['before']], rows: [], ...over });

it.each([
  ['says something new', {}, true],
  ['says what stands here', { theirs: ['ours'] }, false],
  ['still says what was decided against', { theirs: ['before'] }, false],
  ['still says what stood before an earlier decision', { theirs: ['older'], before: [['before'], ['older']] }, false],
  ['says nothing', { theirs: [] }, false],
])('a source that %s: conflict %p %p', (_, over, expected) => {
  expect(isConflict(sides(over))).toBe(expected);
});

it('one week is the same however its rows are cut', () => {
  const days = [{ byday: 'TU', opensAt: '09:00', closesAt: '17:00' }, { byday: 'MO', opensAt: '09:00', closesAt: '17:00', description: 'words' }];
  expect(hoursLinesOf(days)).toEqual(hoursLinesOf([{ byday: 'MO,TU', opensAt: '09:00', closesAt: '17:00' }]));
  expect(hoursLinesOf([{ description: ' By appointment ' }, {}])).toEqual(['By appointment']);
});

it('numbers are compared in one order, with their extensions', () => {
  expect(phoneLines([{ number: '203-555-0102', extension: '4' }, { number: '203-555-0101' }])).toEqual(['203-555-0101', '203-555-0102 ext. 4']);
});
