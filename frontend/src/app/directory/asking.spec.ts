import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { AgencyView } from '../api/refer-types';
import { AgenciesStore } from './agencies-store';
import { askedJustNow, askNote, hasListings, whyNotAsk } from './asking';

const NOW = new Date('2026-11-25T15:00:00');
const local = (text: string): string => new Date(text).toISOString();
const agency = (part: Partial<AgencyView> = {}): AgencyView => ({ id: 'a', name: 'Harbor House', email: 'intake@example.org', contactName: null, phone: null, answerDays: 2, version: 1, services: 2, language: 'en', reminders: true, listingAskedAt: null, leftAt: null, bouncedAt: null, ...part });

test.each<[string, Partial<AgencyView>, boolean, string]>([
  ['never asked', {}, true, ''],
  ['without an e-mail address', { email: null }, false, 'Needs an e-mail address.'],
  ['without any address', { email: null, version: 0 }, false, 'Needs an e-mail address.'],
  ['asked an hour ago', { listingAskedAt: local('2026-11-25T14:00:00') }, false, 'Asked today at 2:00 PM. Once a day is enough.'],
  ['asked late yesterday', { listingAskedAt: local('2026-11-24T15:01:00') }, false, 'Asked on Nov 24, 3:01 PM. Once a day is enough.'],
  ['asked a day ago', { listingAskedAt: local('2026-11-24T15:00:00') }, true, 'Asked on Nov 24, 3:00 PM.'],
  ['asked once, the address taken away since', { email: null, listingAskedAt: local('2026-11-03T09:00:00') }, false, 'Needs an e-mail address.'],
])('%s: %j', (_, part, may, note) => {
  expect([whyNotAsk(agency(part), NOW) === null, askNote(agency(part), NOW)]).toEqual([may, note]);
});

test('nobody without listings is asked to check them; whoever is asked just now is told where the mail goes', () => {
  expect([0, 1].map((services) => hasListings(agency({ services })))).toEqual([false, true]);
  expect(askedJustNow(agency())).toBe('Asked just now. The mail goes to intake@example.org; the link works for 13 months.');
});

describe('asking from the list', () => {
  let store: AgenciesStore;
  let http: HttpTestingController;
  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting(), AgenciesStore] });
    store = TestBed.inject(AgenciesStore);
    http = TestBed.inject(HttpTestingController);
    const read = store.load();
    http.expectOne('/api/agencies').flush({ items: [agency(), agency({ id: 'b' })], next: null });
    await read;
  });
  afterEach(() => http.verify());
  const dates = (): (string | null)[] => store.items().map(({ listingAskedAt }) => listingAskedAt);

  test('the server’s moment stands in the row that was asked', async () => {
    const asked = store.askListing(agency());
    http.expectOne('/api/agencies/a/ask-listing').flush(agency({ listingAskedAt: '2026-11-25T20:00:00Z' }));
    await asked;
    expect(dates()).toEqual(['2026-11-25T20:00:00Z', null]);
  });

  test('a read that began before the press does not take its moment away', async () => {
    const read = store.load();
    const late = http.expectOne('/api/agencies');
    const asked = store.askListing(agency());
    http.expectOne('/api/agencies/a/ask-listing').flush(agency({ listingAskedAt: '2026-11-25T20:00:00Z' }));
    await asked;
    late.flush({ items: [agency(), agency({ id: 'b' })], next: null });
    await read;
    expect(dates()).toEqual(['2026-11-25T20:00:00Z', null]);
    http.expectOne('/api/agencies').flush({ items: [agency({ listingAskedAt: '2026-11-25T20:00:00Z' })], next: null });
    await new Promise((done) => setTimeout(done));
    expect(dates()).toEqual(['2026-11-25T20:00:00Z']);
  });

  test('somebody asked meanwhile: the refusal is told, and the row shows when', async () => {
    const asked = store.askListing(agency()).catch((error: unknown) => error);
    http.expectOne('/api/agencies/a/ask-listing').flush({ status: 409, code: 'agency.asked-today', title: 'This agency was asked within the last day.' }, { status: 409, statusText: 'Conflict' });
    await Promise.resolve();
    await new Promise((done) => setTimeout(done));
    http.expectOne('/api/agencies').flush({ items: [agency({ listingAskedAt: '2026-11-25T20:00:00Z' }), agency({ id: 'b' })], next: null });
    expect(await asked).toMatchObject({ status: 409 });
    expect(dates()).toEqual(['2026-11-25T20:00:00Z', null]);
  });
});
