import fc from 'fast-check';
import type { Evaluated, Fit } from './evaluate.js';
import type { Verdicts } from './hard-rules.js';
import type { Listing } from './listing.js';
import { rank } from './rank.js';
import { roomFirst } from './room-first.js';
import { freeNow } from './room.js';
import { Past } from './experience.js';
import { replayed } from './replay.js';
import { turnOf } from './turn.js';
import { OWN_WEIGHTS } from './weights.js';

const PASS: Verdicts = { H1: 'pass', H2: 'pass', H3: 'pass', H4: 'pass', H5: 'pass', H6: 'pass', H7: 'pass', H8: 'pass' };
interface Seen {
  id: string;
  name?: string;
  score: number;
  house?: string | null;
  fit?: Fit;
  room?: Evaluated['room'];
  miles?: number | null;
  remote?: boolean;
  peer?: boolean;
  excludedBy?: Evaluated['excludedBy'];
}
const seen = ({ id, name, score, house = id, fit = 'possible', room = null, miles = null, remote = false, peer = false, excludedBy }: Seen): Evaluated => ({
  listing: { id, name: name ?? `Service ${id}`, organizationId: house, organization: `House ${house}`, peer, delivery: [remote ? 'virtual' : 'in-person'], assuredDate: null } as unknown as Listing,
  verdicts: PASS, excludedBy, score, fit, miles, room, factors: [],
});
const ids = (list: readonly Evaluated[]): string[] => list.map(({ listing }) => listing.id);
const saidRoom = (list: readonly Evaluated[]): string[] => ids(list.filter(({ factors }) => factors.some(({ code }) => code === 'room')));
const one = fc.record<Seen>({
  id: fc.uuid(), score: fc.double({ min: 0.01, max: 1, noNaN: true }), house: fc.constantFrom('h1', 'h2', 'h3', 'h4', 'h5', null), fit: fc.constantFrom<Fit>('strong', 'possible', 'weak'),
  room: fc.option(fc.record({ free: fc.integer({ min: 1, max: 9 }), load: fc.double({ min: 0, max: 5, noNaN: true }) }), { nil: null }), miles: fc.oneof({ weight: 4, arbitrary: fc.double({ min: 15, max: 80, noNaN: true }) }, fc.constant(null)), remote: fc.constantFrom(true, false, false, false), peer: fc.boolean(),
});
const many = fc.uniqueArray(one, { selector: ({ id }) => id, maxLength: 14 }).map((list) => list.map(seen));
const PLACE = { name: '06854', zips: [], point: null };
const asked = (over: object = {}) => ({ peer: 'no_preference' as const, ...over });

describe('who has room goes first, among those that are as good', () => {
  it('and says so only where it changed the order', () => {
    const list = [seen({ id: 'full', score: 0.6 }), seen({ id: 'busy', score: 0.59, room: { free: 2, load: 3 } }), seen({ id: 'quiet', score: 0.56, room: { free: 1, load: 0 } }), seen({ id: 'worse', score: 0.5, room: { free: 9, load: 0 } })];
    const settled = roomFirst(list, 0.1);
    expect(ids(settled)).toEqual(['quiet', 'busy', 'full', 'worse']);
    expect(saidRoom(settled)).toEqual(['quiet']);
  });

  it('a possible fit never stands before a strong one', () => {
    expect(ids(roomFirst([seen({ id: 'a', score: 0.71, fit: 'strong' }), seen({ id: 'b', score: 0.7, room: { free: 3, load: 0 } })], 0.1))).toEqual(['a', 'b']);
  });

  it('turned off, the scores decide', () => {
    const list = [seen({ id: 'a', score: 0.6 }), seen({ id: 'b', score: 0.6, room: { free: 3, load: 0 } })];
    expect(roomFirst(list, 0)).toEqual(list);
  });

  it('nobody is added or lost, and nobody falls behind one whose score is more than the band below', () => {
    fc.assert(fc.property(many, fc.double({ min: 0, max: 0.3, noNaN: true }), (all, band) => {
      const sorted = [...all].sort((a, b) => b.score - a.score);
      const settled = roomFirst(sorted, band);
      expect(ids(settled).sort()).toEqual(ids(sorted).sort());
      settled.forEach(({ score }, at) => {
        for (const later of settled.slice(at)) expect(score).toBeGreaterThanOrEqual(later.score * (1 - band) - 1e-12);
      });
    }), { numRuns: 2000 });
  });

  it.each<[string, Partial<Listing>, ReturnType<typeof freeNow>]>([
    ['told lately', { capacity: { available: 4, updated: '2026-11-01T10:00:00Z' } }, { free: 4, load: 0.5 }],
    ['told too long ago', { capacity: { available: 4, updated: '2026-10-01T10:00:00Z' } }, null],
    ['of a listing that nobody checked', { assuredDate: null, capacity: { available: 4, updated: '2026-11-20T10:00:00Z' } }, null],
    ['of one that was checked two years ago', { assuredDate: '2024-11-20', capacity: { available: 4, updated: '2026-11-20T10:00:00Z' } }, null],
    ['of one that was found wrong since', { doubts: 1, capacity: { available: 4, updated: '2026-11-20T10:00:00Z' } }, null],
    ['full', { capacity: { available: 0, updated: '2026-11-20T10:00:00Z' } }, null],
    ['only a waiting list', { intake: 'waitlist', capacity: { available: 4, updated: '2026-11-20T10:00:00Z' } }, null],
    ['taking people, nobody told how many', { capacity: null }, null],
  ])('room is known: %s', (_, over, expected) => {
    const past = new Past([{ serviceId: 'a', topic: 'grief', kind: '', known: 0, gotIn: 0, knownWeighed: 0, gotInWeighed: 0, recent: 2 }]);
    expect(freeNow({ id: 'a', intake: 'open', assuredDate: '2026-10-01', ...over } as Listing, '2026-11-24', { weights: OWN_WEIGHTS, past })).toEqual(expected);
  });
});

describe('the first five', () => {
  const far = ['a', 'b', 'c', 'd', 'e'].map((id, at) => seen({ id, score: 0.9 - at / 10, miles: 30 + at, fit: 'weak' }));
  const online = seen({ id: 'online', score: 0.2, remote: true, fit: 'weak' });

  it('have one by phone or video where even the nearest is far', () => {
    expect(ids(rank([...far, online], asked({ place: PLACE, format: 'either' })).results)).toEqual(['a', 'b', 'c', 'd', 'online', 'e']);
  });

  it.each([
    ['where somebody wants to go there', { place: PLACE, format: 'in_person' }, far],
    ['without a place', { place: null, format: 'either' }, far],
    ['where one is near', { place: PLACE, format: 'either' }, [...far.slice(0, 4), seen({ id: 'near', score: 0.5, miles: 3, fit: 'weak' })]],
  ] as const)('not %s', (_, question, list) => {
    expect(ids(rank([...list, online], asked(question)).results)[5]).toBe('online');
  });

  it('keep their only peer service when a remote one comes in', () => {
    const list = [...far.slice(0, 4), seen({ id: 'peer', score: 0.3, miles: 40, peer: true, fit: 'weak' }), online];
    expect(ids(rank(list, asked({ place: PLACE, format: 'either' })).results).slice(0, 5)).toEqual(['a', 'b', 'c', 'peer', 'online']);
  });

  it('hold a peer, at most two of one organization, and a remote one where all are far, for any list', () => {
    fc.assert(fc.property(many, fc.constantFrom('either', 'virtual', 'in_person'), (all, format) => {
      const { results } = rank(all, asked({ place: PLACE, format }));
      const first = results.slice(0, 5);
      expect(ids(results).sort()).toEqual(ids(all).sort());
      const houses = Map.groupBy(results, ({ listing }) => listing.organization);
      const room = [...houses.values()].reduce((sum, { length }) => sum + Math.min(2, length), 0);
      if (room >= 5) for (const house of houses.keys()) expect(first.filter(({ listing }) => listing.organization === house).length).toBeLessThanOrEqual(2);
      const best = Math.max(0, ...results.map(({ score }) => score));
      const fits = ({ listing: { peer }, score }: Evaluated): boolean => peer && score >= 0.33 * best;
      expect(first.some(fits)).toBe(results.some(fits));
      const isRemote = ({ listing }: Evaluated): boolean => listing.delivery.includes('virtual');
      const isFar = first.every((each) => !isRemote(each) && (each.miles ?? 0) > 20);
      expect(isFar && format !== 'in_person' && results.some(isRemote)).toBe(false);
    }), { numRuns: 3000 });
  });

  it('a service that is listed for each of its places takes one of them', () => {
    const list = [seen({ id: 'a', name: 'DUI Program', score: 0.9, house: 'h1' }), seen({ id: 'b', name: 'dui program ', score: 0.9, house: 'h1' }), seen({ id: 'c', name: 'Another', score: 0.8, house: 'h1' }), seen({ id: 'd', name: 'DUI Program', score: 0.7, house: 'h2' })];
    expect(ids(rank(list, asked({ peer: 'no' })).results)).toEqual(['a', 'c', 'd', 'b']);
  });

  it('do not depend on what an organization is called, or on who asks', () => {
    const renamed = (list: Evaluated[]): Evaluated[] => list.map((each) => ({ ...each, listing: { ...each.listing, organization: `Ours ${each.listing.organization}`, organizationId: each.listing.organizationId && `x-${each.listing.organizationId}` } }));
    fc.assert(fc.property(many, (all) => {
      expect(ids(rank(renamed(all), asked()).results)).toEqual(ids(rank(all, asked()).results));
    }));
  });
});

describe('equals take turns', () => {
  const equals = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => seen({ id, score: 0.5 }));
  it('one request always has the same order, whatever order they come in', () => {
    fc.assert(fc.property(fc.uuid(), fc.shuffledSubarray(equals, { minLength: 6 }), (seed, shuffled) => {
      expect(ids(rank(shuffled, asked({ seed })).results)).toEqual(ids(rank(equals, asked({ seed })).results));
    }));
  });
  it('over many requests each comes first about as often', () => {
    const firsts = fc.sample(fc.uuid(), { numRuns: 1200, seed: 5 }).map((seed) => rank(equals, asked({ seed })).results[0]?.listing.id);
    for (const { listing } of equals) expect(firsts.filter((id) => id === listing.id).length).toBeGreaterThan(140);
  });
  it('anybody can compute the turn again', () => {
    expect(turnOf('', '')).toBe(turnOf('', ''));
    expect(turnOf('', '')).toBe(0x2a0c975e); // FNV-1a of "/"
  });
});

describe('what a replay counts', () => {
  const before = rank([seen({ id: 'a', score: 0.9 }), seen({ id: 'b', score: 0.5 }), seen({ id: 'c', score: 0.2 })], asked());
  const after = rank([seen({ id: 'a', score: 0.2 }), seen({ id: 'b', score: 0.5 }), seen({ id: 'c', score: 0.9 })], asked());
  it('others in front, places that rise and fall, organizations', () => {
    expect(replayed([{ before, after, taken: ['a', 'b', 'c', 'gone'] }])).toEqual({ asked: 1, otherFirst: 1, otherFive: 0, rise: 1, fall: 1, same: 2, violations: 0, peerGaps: { before: 1, after: 1 }, organizations: { before: 3, after: 3 }, busiestTen: { before: 100, after: 100 } });
  });
  it('the same against itself is no change', () => {
    fc.assert(fc.property(many, (all) => {
      const ranked = rank(all, asked());
      expect(replayed([{ before: ranked, after: ranked, taken: ids(all) }])).toMatchObject({ otherFirst: 0, otherFive: 0, rise: 0, fall: 0, violations: 0 });
    }));
  });
  it('a place that a rule forbids is counted as broken', () => {
    const broken = { ...after, results: after.results.map((each) => ({ ...each, verdicts: { ...PASS, H3: 'fail' as const } })) };
    expect(replayed([{ before, after: broken, taken: [] }]).violations).toBe(3);
  });
});

