import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { StaffView } from '../api/types';
import { StaffStore } from './staff-store';

const person = (over: Partial<StaffView> = {}): StaffView => ({
  id: 'p1', name: 'Ana Quill', email: 'ana@example.org', roles: ['SPE'], restricted: false, active: true, invited: false, linkEnds: null, lastSeen: null, claimed: 0, version: 1, actions: ['change', 'link', 'deactivate'], ...over,
});

describe('the people of the desk', () => {
  let store: StaffStore;
  let http: HttpTestingController;
  const settle = async (): Promise<void> => { TestBed.tick(); await Promise.resolve(); TestBed.tick(); };
  const answer = async (people: StaffView[]): Promise<void> => {
    await settle();
    http.expectOne('/api/staff').flush(people);
    await settle();
  };

  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting(), StaffStore] });
    store = TestBed.inject(StaffStore);
    http = TestBed.inject(HttpTestingController);
    await answer([person()]);
  });

  test('an invitation opens the new account with its link, which is gone when something else opens', async () => {
    store.open('invite');
    const inviting = store.invite({ name: 'Ana Quill', email: 'ana@example.org', roles: ['SPE'], reason: null });
    http.expectOne({ method: 'POST', url: '/api/staff' }).flush({ accountId: 'p2', purpose: 'invitation', hours: 72, link: 'http://localhost/desk/set-up#x' });
    await inviting;
    expect([store.opened(), store.made()?.link]).toEqual(['p2', 'http://localhost/desk/set-up#x']);
    store.open('p1');
    expect(store.made()).toBeNull();
  });

  test('a refusal stays where it was made; the list is kept', async () => {
    store.open('p1');
    const changing = store.change('p1', { roles: ['ADM'], restricted: false, reason: '', version: 1 });
    http.expectOne('/api/staff/p1').flush({ title: 'Look again', status: 422, code: 'request.invalid', errors: [{ field: 'reason', code: 'reason.short', detail: 'Say why' }] }, { status: 422, statusText: 'x' });
    await changing;
    expect([store.opened(), store.problem()?.errors[0]?.field, store.people()?.length]).toEqual(['p1', 'reason', 1]);
  });

  test('when a colleague was quicker, the list is read again and shown meanwhile', async () => {
    const closing = store.close(person());
    http.expectOne('/api/staff/p1/deactivate').flush({ title: 'Somebody changed this', status: 412, code: 'account.stale' }, { status: 412, statusText: 'x' });
    await closing;
    expect(store.people()).toHaveLength(1);
    await answer([person({ version: 2 })]);
    expect([store.people()?.[0]?.version, store.problem()?.status]).toEqual([2, 412]);
  });

  test('one act at a time', async () => {
    const first = store.sendLink(person());
    await store.sendLink(person());
    http.expectOne('/api/staff/p1/link').flush({ accountId: 'p1', purpose: 'reset', hours: 1, link: null });
    await first;
    expect(store.made()?.purpose).toBe('reset');
  });
});
