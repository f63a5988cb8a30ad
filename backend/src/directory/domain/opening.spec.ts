import { openingOf, type Asked, type OwnedRule } from './time/opening.js';
import { openingText } from './opening-text.js';
import { zoneOf } from './time/zone-of.js';

const row = (byday: string | null, times: string | null, over: Partial<OwnedRule> = {}): OwnedRule => ({ freq: 'WEEKLY', interval: null, byday, opensAt: times?.slice(0, 5) ?? null, closesAt: times?.slice(6) ?? null, dtstart: null, until: null, validFrom: null, validTo: null, description: null, owner: 'service', placeId: null, ...over });
const HOME = 'America/New_York';
const NORWALK = { id: 'norwalk', county: 'Fairfield, CT', state: 'CT' };
const PHOENIX = { id: 'phoenix', county: 'Maricopa, AZ', state: 'AZ' };
const WEEKDAYS = 'MO,TU,WE,TH,FR';
const office = row(WEEKDAYS, '09:00-17:00');
const said = (rows: readonly OwnedRule[], at: string, over: Partial<Asked> = {}): string | null => openingText(openingOf({ rows, places: [NORWALK], at: new Date(at), home: HOME, ...over }));

const CLOSED = row(null, null, { description: 'Closed holidays' });
const at = (state: string, county: string): Partial<Asked> => ({ places: [{ id: state, county, state }] });
it.each([
  ['Closed today (Good Friday)', [office, CLOSED], '2026-04-03T12:00-04:00', at('CT', 'Fairfield, CT')],
  ['Perhaps closed today (Good Friday)', [office], '2026-04-03T12:00-04:00', at('CT', 'Fairfield, CT')],
  ['Open now until 5 pm', [office, CLOSED], '2026-04-03T12:00-04:00', at('MA', 'Suffolk, MA')],
  ['Closed today (Patriots’ Day)', [office, CLOSED], '2026-04-20T12:00-04:00', at('MA', 'Suffolk, MA')],
  ['Open now until 5 pm', [office, CLOSED], '2026-04-20T12:00-04:00', at('CT', 'Fairfield, CT')],
  ['Closed today (Mardi Gras)', [office, CLOSED], '2026-02-17T12:00-06:00', at('LA', 'Orleans, LA')],
  ['Open now until 5 pm', [office, row(null, null, { description: 'Holidays: closed, but open on Good Friday' })], '2026-04-03T12:00-04:00', at('CT', 'Fairfield, CT')],
  ['Open now until 5 pm', [office, row(null, null, { description: 'Holidays: open' })], '2026-04-03T12:00-04:00', at('CT', 'Fairfield, CT')],
  ['Open now until 5 pm', [office, CLOSED], '2026-04-03T12:00-04:00', { places: [] }],
] as const)('in its state says %j', (text, rows, when, over) => {
  expect(said(rows, when, over)?.replace(' CDT', '').replace(' CST', '')).toBe(text);
});

it.each([
  ['Open now until 5 pm', [office], '2026-12-01T12:00-05:00'],
  ['Opens today 9 am', [office], '2026-12-01T07:00-05:00'],
  ['Opens tomorrow 9 am', [office], '2026-12-01T18:00-05:00'],
  ['Opens Monday 9 am', [office], '2026-12-04T18:00-05:00'],
  ['Opens Wednesday 6:30 pm', [row('WE', '18:30-20:00')], '2026-12-04T18:00-05:00'],
  ['Opens December 9, 6 pm', [row('2WE', '18:00-20:00', { freq: 'MONTHLY' })], '2026-12-01T18:00-05:00'],
  ['Open now until 2 am', [row('FR', '22:00-02:00')], '2026-12-04T23:00-05:00'],
  ['Open now until midnight', [row('FR', '18:00-23:59')], '2026-12-04T23:00-05:00'],
  ['Open now until Friday midnight', [row(WEEKDAYS, '00:00-23:59')], '2026-12-01T12:00-05:00'],
  ['Day and night', [row('MO,TU,WE,TH,FR,SA,SU', '00:00-23:59')], '2026-11-26T12:00-05:00'],
  ['Closed today (Thanksgiving)', [office, row(null, null, { description: 'Closed holidays' })], '2026-11-26T12:00-05:00'],
  ['Opens tomorrow 9 am', [office, row(null, null, { description: 'Closed holidays' })], '2026-11-29T12:00-05:00'],
  ['Perhaps closed today (Thanksgiving)', [office], '2026-11-26T07:00-05:00'],
  [null, [office], '2026-11-25T18:00-05:00'],
  [null, [row(null, null, { description: 'By appointment' })], '2026-12-01T12:00-05:00'],
  [null, [], '2026-12-01T12:00-05:00'],
])('says %j', (text, rows, at) => {
  expect(said(rows, at)).toBe(text);
});

const here = (times: string, owner: OwnedRule['owner'], placeId: string | null = owner === 'service' ? null : NORWALK.id): OwnedRule => row(WEEKDAYS, times, { owner, placeId });
it.each([
  ['the service at its place above all', [here('09:00-13:00', 'service_at_location'), here('09:00-15:00', 'service'), here('09:00-17:00', 'location')], 'Open now until 1 pm'],
  ['the service above its place', [here('09:00-15:00', 'service'), here('09:00-17:00', 'location')], 'Open now until 3 pm'],
  ['the place where nothing is nearer', [here('09:00-17:00', 'location')], 'Open now until 5 pm'],
])('goes by the nearest schedule: %s', (_, rows, text) => {
  expect(said(rows, '2026-12-01T12:00-05:00')).toBe(text);
});

describe('places', () => {
  const noon = '2026-12-01T12:00-05:00';
  it('in another zone say which', () => expect(said([office], noon, { places: [PHOENIX] })).toBe('Open now until 5 pm MST'));
  it('that agree speak once', () => expect(said([here('09:00-17:00', 'location'), here('08:00-17:00', 'location', 'b')], noon, { places: [NORWALK, { ...NORWALK, id: 'b' }] })).toBe('Open now until 5 pm'));
  it('that do not agree say nothing', () => expect(said([here('09:00-17:00', 'location'), here('08:00-16:00', 'location', 'b')], noon, { places: [NORWALK, { ...NORWALK, id: 'b' }] })).toBeNull());
  it('that say nothing do not silence one that does', () => expect(said([here('09:00-17:00', 'location')], noon, { places: [NORWALK, { ...NORWALK, id: 'b' }] })).toBe('Open now until 5 pm'));
  it('are not needed', () => expect(said([office], noon, { places: [] })).toBe('Open now until 5 pm'));
  it('without any zone say nothing', () => expect(said([office], noon, { places: [], home: null })).toBeNull());
});

it.each([
  ['Fairfield, CT', 'CT', 'America/New_York'],
  [null, 'CT', 'America/New_York'],
  ['Miami-Dade, FL', 'FL', 'America/New_York'],
  ['Escambia, FL', 'FL', 'America/Chicago'],
  ['Washington, TN', 'TN', 'America/New_York'],
  ['Washington, OR', 'OR', 'America/Los_Angeles'],
  ['Maricopa, AZ', 'AZ', 'America/Phoenix'],
  ['Navajo, AZ', 'AZ', null],
  [null, 'PR', 'America/Puerto_Rico'],
  [null, null, 'America/Denver'],
])('a place in %s %s keeps %s', (county, state, zone) => {
  expect(zoneOf({ county, state }, 'America/Denver')).toBe(zone);
});
