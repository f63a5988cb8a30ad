import { versionFault } from './migrate.js';

describe('the version of PostgreSQL', () => {
  it.each([
    [180_000, '18.0'],
    [180_004, '18.4'],
    [190_001, '19.1'],
  ])('%i is new enough', (number, name) => {
    expect(versionFault({ number, name })).toBeUndefined();
  });

  it.each([
    [150_013, '15.13 (Debian 15.13-0+deb12u1)'],
    [170_009, '17.9'],
    [179_999, '17.99'],
  ])('%i is refused, and named', (number, name) => {
    expect(versionFault({ number, name })).toBe(`PostgreSQL 18 or newer is needed, DATABASE_URL leads to ${name}`);
  });

  it('is refused when nobody knows it', () => {
    expect(versionFault(undefined)).toContain('an unknown version');
  });
});
