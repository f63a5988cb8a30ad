import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { provideHttpClient } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import type { UnreviewedView } from '../api/types';
import { StewardStore } from './steward-store';

const item = (over: Partial<UnreviewedView> = {}): UnreviewedView => ({ id: 's1', name: 'Harbor House', organization: 'Harbor', description: '', suggestions: [{ attributeId: 'a', taxonomy: 'need', code: 'grief', name: 'Grief', weight: 1 }, { attributeId: 'b', taxonomy: 'need', code: 'ocd', name: 'OCD', weight: 0.4 }], hiddenPlaces: [], ...over });

async function store(items: UnreviewedView[]): Promise<{ store: StewardStore; http: HttpTestingController }> {
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting(), StewardStore] });
  const made = TestBed.inject(StewardStore);
  const http = TestBed.inject(HttpTestingController);
  const loading = made.load();
  http.expectOne('/api/directory/unreviewed').flush({ items, total: items.length, next: null });
  await loading;
  return { store: made, http };
}

test('what is right is confirmed, what is wrong rejected, and the listing leaves the list', async () => {
  const { store: it, http } = await store([item(), item({ id: 's2' })]);
  const reviewing = it.review(item(), new Set(['b']));
  const call = http.expectOne('/api/directory/services/s1/terms');
  expect(call.request.body).toEqual({ confirm: ['a'], reject: ['b'] });
  call.flush(null);
  await reviewing;
  expect(it.items().map(({ id }) => id)).toEqual(['s2']);
  expect(it.total()).toBe(1);
});

test('a listing with a hidden place stays until that is decided too', async () => {
  const listing = item({ hiddenPlaces: [{ id: 'p1', name: null, county: 'Fairfield, CT' }] });
  const { store: it, http } = await store([listing]);
  const reviewing = it.review(listing, new Set());
  http.expectOne('/api/directory/services/s1/terms').flush(null);
  await reviewing;
  expect(it.items()).toHaveLength(1);
  const deciding = it.decide(it.items()[0] ?? listing, listing.hiddenPlaces[0] ?? { id: '', name: null, county: null }, 'hidden');
  http.expectOne('/api/directory/locations/p1/confidentiality').flush(null);
  await deciding;
  expect(it.items()).toEqual([]);
});

test('a refusal is told and nothing leaves the list', async () => {
  const { store: it, http } = await store([item()]);
  const reviewing = it.review(item(), new Set());
  http.expectOne('/api/directory/services/s1/terms').flush({ title: 'Not now', status: 503, code: 'desk.unavailable', errors: [] }, { status: 503, statusText: 'x' });
  await reviewing;
  expect(it.items()).toHaveLength(1);
  expect(it.problem()).not.toBeNull();
});
