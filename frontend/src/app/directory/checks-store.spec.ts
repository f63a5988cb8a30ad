import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { ChecksStore, type Found } from './checks-store';
import { WrittenPart } from './written-part';

const RIGHT: Found = { field: 'whole', holds: true, method: 'staff-phone', by: '' };
const MANY = Array.from({ length: 600 }, (_, n) => ({ serviceId: `s${n}`, name: `Group ${n}` }));
const turn = (): Promise<void> => new Promise((done) => setTimeout(done));

async function chosen(): Promise<{ it: ChecksStore; http: HttpTestingController; text: () => Promise<string> }> {
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting(), ChecksStore] });
  const [it, http] = [TestBed.inject(ChecksStore), TestBed.inject(HttpTestingController)];
  const choosing = it.chooseFound();
  http.expectOne('/api/directory/verification/found').flush({ items: MANY });
  await choosing;
  const fixture = TestBed.createComponent(WrittenPart);
  return { it, http, text: async () => (await fixture.whenStable(), (fixture.nativeElement as HTMLElement).textContent ?? '') };
}

/** Answers the batch that waits; `gone` is the one of it that is not there any more. */
async function answer(http: HttpTestingController, gone?: string): Promise<number> {
  const call = http.expectOne('/api/directory/checks');
  const { serviceIds } = call.request.body as { serviceIds: string[] };
  call.flush({ rows: serviceIds.map((serviceId) => ({ serviceId, done: serviceId !== gone })) });
  await turn();
  return serviceIds.length;
}

test('what was stopped and gone on with stands there whole, the newest press on top, and the counts add up', async () => {
  const { it, http, text } = await chosen();
  const first = it.check(RIGHT);
  it.stop();
  expect(await answer(http, 's3')).toBe(250);
  expect(await first).toEqual({ done: 249, gone: 1, left: 350 });

  const second = it.check({ ...RIGHT, field: 'hours', holds: false, method: 'staff-web' });
  expect([await answer(http), await answer(http)]).toEqual([250, 100]);
  http.expectOne('/api/directory/verification').flush({ items: [], counts: [], more: false });
  expect(await second).toEqual({ done: 350, gone: 0, left: 0 });

  expect(it.runs().map(({ outcomes }) => outcomes.length)).toEqual([350, 250]);
  expect(it.outcomes().map(({ name }) => name).sort()).toEqual(MANY.map(({ name }) => name).sort());
  expect(await text()).toMatch(/Written down: 599 *1 is not there any more[^]*350 written down · Opening hours found wrong, on their website[^]*249 written down, 1 not there any more · All still right, by phone/);
});

test('what failed before anything was written leaves no empty run', async () => {
  const { it, http, text } = await chosen();
  const failing = it.check(RIGHT).catch(() => 'failed');
  http.expectOne('/api/directory/checks').flush(null, { status: 503, statusText: 'x' });
  expect(await failing).toBe('failed');
  const again = it.check(RIGHT);
  it.stop();
  await answer(http);
  expect(await again).toEqual({ done: 250, gone: 0, left: 350 });
  expect(it.runs()).toHaveLength(1);
  expect((await text()).match(/written down ·/g)).toHaveLength(1);
});
