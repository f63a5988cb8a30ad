import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Live } from '../api/live';
import type { QueueItem } from '../api/types';
import { Session } from '../session/session';
import { QueueStore } from './queue-store';

const item = (id: string, part: Partial<QueueItem> = {}): QueueItem => ({
  id, reference: `R-${id}`, priority: 1, safety: 'yes', asker: 'self', topics: ['worry'], language: 'en', channel: 'text', voicemail: null, ageBand: null, minor: false,
  openedAt: '2026-11-24T10:00:00Z', status: 'new', review: null, assignee: null, sleep: null, woke: null, crisis: false, dueAt: null, dueLeft: null, contactedAt: null, promiseKept: null, actions: ['claim'], ...part,
});

describe('the queue', () => {
  let store: QueueStore;
  let live: Live;
  let http: HttpTestingController;
  const rows = (): string[] => store.shown().map(({ id }) => id);
  const answer = async (items: QueueItem[]): Promise<void> => {
    http.expectOne('/api/queue?view=all').flush({ items, next: null });
    await Promise.resolve();
    await Promise.resolve();
  };
  const happens = (type: string, subject: string, body: Record<string, unknown> = {}): void => live.events.next({ id: `${type}-${subject}`, type, subject, body });

  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: [QueueStore, provideHttpClient(), provideHttpClientTesting()] });
    TestBed.inject(Session).me.set({ id: 'me', name: 'Ruth Amsel', email: '', roles: [], acts: ['queue.read', 'inquiry.claim'], csrf: '', demo: false });
    store = TestBed.inject(QueueStore);
    live = TestBed.inject(Live);
    http = TestBed.inject(HttpTestingController);
    const opened = store.open('all');
    await answer([item('a'), item('b', { priority: 0 }), item('c')]);
    await opened;
  });

  test('groups by urgency and keeps the order of the server', () => {
    expect(store.groups().map(({ name, items }) => [name, items.map(({ id }) => id)])).toEqual([['Now', ['b']], ['Today', ['a', 'c']]]);
  });

  test('S03: arrivals never move a row; they are counted once and wait', async () => {
    const before = rows();
    happens('inquiry.submitted', 'd', { priority: 0 });
    happens('inquiry.submitted', 'd', { priority: 0 });
    happens('inquiry.submitted', 'e', { priority: 2 });
    happens('inquiry.submitted', 'a');
    expect(rows()).toEqual(before);
    expect(store.arrivals().size).toBe(2);
    const shown = store.showArrivals();
    await answer([item('d', { priority: 0 }), item('b', { priority: 0 }), item('a'), item('c')]);
    await shown;
    expect(rows()).toEqual(['d', 'b', 'a', 'c']);
    expect(store.arrivals().size).toBe(0);
  });

  test('what waits to be checked is no arrival in another view', () => {
    happens('inquiry.submitted', 'd', { priority: 2, review: 'too-fast' });
    expect(store.arrivals().size).toBe(0);
    happens('inquiry.submitted', 'e', { priority: 2, review: null });
    expect(store.arrivals().size).toBe(1);
  });

  test('a claim by a colleague changes the row in its place, giving back frees it again', () => {
    const before = rows();
    happens('inquiry.claimed', 'a', { actorId: 'ana', actorName: 'Ana Reyes' });
    expect(rows()).toEqual(before);
    expect(store.items().find(({ id }) => id === 'a')).toMatchObject({ status: 'claimed', assignee: { name: 'Ana Reyes' }, actions: [] });
    happens('inquiry.released', 'a');
    expect(store.items().find(({ id }) => id === 'a')).toMatchObject({ status: 'new', assignee: null, actions: ['claim'] });
  });

  test('S01: a lost claim is told in the row: who, when, and what is next', async () => {
    const before = rows();
    const claimed = store.claim('a');
    http.expectOne('/api/inquiries/a/claim').flush({ code: 'inquiry.claimed', title: 'A colleague claimed this first.', by: { id: 'ana', name: 'Ana Reyes' }, at: '2026-11-24T10:41:00Z' }, { status: 409, statusText: 'Conflict' });
    expect(await claimed).toBe(false);
    expect(store.lost().get('a')).toMatchObject({ by: { name: 'Ana Reyes' }, at: '2026-11-24T10:41:00Z', next: { id: 'c' } });
    expect(rows()).toEqual(before);
    expect(store.problem()).toBeNull();
  });

  test('a claim that is won marks the row as mine', async () => {
    const claimed = store.claim('c');
    http.expectOne('/api/inquiries/c/claim').flush(item('c', { status: 'claimed', assignee: { id: 'me', name: 'Ruth Amsel' }, actions: ['note'] }));
    expect(await claimed).toBe(true);
    expect(store.items().find(({ id }) => id === 'c')).toMatchObject({ status: 'claimed', assignee: { id: 'me' } });
  });

  test('J and K stop at the ends', () => {
    expect([store.move(1), store.move(1), store.move(1), store.move(1)]).toEqual(['b', 'a', 'c', 'c']);
    expect([store.move(-1), store.move(-1), store.move(-1)]).toEqual(['a', 'b', 'b']);
  });

  test('S11: a snoozed row says so where it stands, and one that wakes waits behind the button', () => {
    happens('inquiry.snoozed', 'a', { until: '2026-12-01T14:00:00Z', on: ['wrote'] });
    expect(store.items().find(({ id }) => id === 'a')?.sleep).toEqual({ until: '2026-12-01T14:00:00Z', on: ['wrote'] });
    store.leave('c');
    expect(rows()).toEqual(['b', 'a']);
    happens('inquiry.woke', 'c', { why: 'wrote', ownerId: 'me' });
    happens('inquiry.woke', 'a', { why: 'time', ownerId: 'me' });
    expect(rows()).toEqual(['b', 'a']);
    expect([...store.arrivals()]).toEqual(['c']);
    expect(store.items().find(({ id }) => id === 'a')).toMatchObject({ sleep: null, woke: { why: 'time' } });
  });
});
