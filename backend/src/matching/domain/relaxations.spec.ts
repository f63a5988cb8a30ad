import fc from 'fast-check';
import { VOCABULARY } from '../../../test/vocabulary.js';
import type { Ask } from './ask.js';
import { evaluate, evaluateAll, mayBeOffered } from './evaluate.js';
import { familiesOf } from './families.js';
import { FILTERS, filterCounts, toggled, type Filter } from './filters.js';
import type { Listing } from './listing.js';
import { rank } from './rank.js';
import { fits, loosened, smallestChange, wishesOf, WISHES, without, type Question, type Wish } from './relaxations.js';

const TODAY = '2026-11-24';
const POINT = { lat: 41.0957, lon: -73.4285 };
const NORWALK = { name: '06854', point: POINT, zips: [{ zip: '06854', city: 'Norwalk', state: 'CT', counties: ['Fairfield, CT'], ...POINT }] };
const ASK: Ask = {
  needs: ['anxiety'], kinds: [], populations: [], saidAge: null, families: familiesOf(VOCABULARY.find(({ code }) => code === 'need')?.terms ?? []), place: NORWALK, age: { from: 25, to: 59 }, language: 'es', languageRequired: true, payment: 'medicaid', paymentRequired: true,
  format: 'in_person', peer: 'no_preference', veteran: 'no', lgbtq: null, wheelchair: true, times: [], urgency: null, forOther: false,
};
const FITTING: Listing = {
  id: '00000000-0000-0000-0000-000000000001', organizationId: 'o1', organization: 'Harbor House', name: 'Talking Therapy', status: 'active', intake: 'open', needs: ['anxiety'], needsSuggested: [], serviceTypes: ['individual-therapy'], populations: [], restrictions: [], payments: ['medicaid'], delivery: ['in-person'], features: [], languages: ['en', 'es'], interpreter: null, minAge: 18, maxAge: null,
  areas: [{ type: 'county', value: 'Fairfield, CT', zips: [] }], places: [{ zip: '06854', lat: 41.1, lon: -73.43, city: 'Norwalk', county: 'Fairfield, CT', state: 'CT', wheelchair: true, hidden: false }], evenings: true, weekend: false, waitTime: null, capacity: null, assuredDate: '2026-10-01', free: false, peer: false,
};
const STEPS = [{ ...FITTING.places[0], wheelchair: false } as Listing['places'][number]];
const FAR = [{ ...FITTING.places[0], lat: 42.6 } as Listing['places'][number]];

describe('the smallest change that brings a service in', () => {
  it.each<[string, Partial<Listing>, readonly Filter[], Partial<Ask>, Wish[] | undefined]>([
    ['what fits needs none', {}, [], {}, undefined],
    ['evenings', { evenings: false }, ['evening'], {}, ['evening']],
    ['evenings, where nobody knows them', { evenings: null }, ['evening'], {}, undefined],
    ['the language', { languages: ['en'] }, [], {}, ['language']],
    ['the payment', { payments: ['private'] }, [], {}, ['payment']],
    ['payment and language, both', { payments: ['private'], languages: ['en'] }, [], {}, ['payment', 'language']],
    ['the wheelchair, where there are steps', { places: STEPS }, [], {}, ['wheelchair']],
    ['meeting in person, where a call does as well', { places: STEPS, delivery: ['in-person', 'phone'] }, [], {}, ['format']],
    ['one wish before two: a call ends steps and distance', { places: [{ ...STEPS[0], lat: 42.6 } as Listing['places'][number]], delivery: ['in-person', 'phone'] }, ['near'], {}, ['format']],
    ['the place', { areas: [{ type: 'state', value: 'US-NY' }] }, [], {}, ['place']],
    ['being near', { places: FAR }, ['near'], {}, ['near']],
    ['the fee', { payments: ['medicaid'] }, ['free'], {}, ['free']],
    ['room', { intake: 'waitlist' }, ['open'], {}, ['open']],
    ['an age is no wish', { minAge: 60 }, [], {}, undefined],
    ['having served is no wish', { restrictions: ['veterans-only'] }, [], {}, undefined],
    ['who takes nobody takes nobody', { intake: 'paused' }, [], {}, undefined],
    ['another need is no wish that was dropped', { needs: ['gambling'] }, [], {}, undefined],
  ])('%s', (_, facts, only, wishes, expected) => {
    expect(smallestChange({ ask: { ...ASK, ...wishes }, only }, { ...FITTING, ...facts })).toEqual(expected);
  });
});

describe('the loosest wish to drop', () => {
  it('is told in a fixed order, with how many more would come', () => {
    const all = [{ languages: ['en'] }, { languages: ['en'], places: FAR }, { payments: ['private'] }, { evenings: false }, { places: FAR }, { evenings: false, payments: ['private'] }].map((facts) => ({ ...FITTING, ...facts }));
    expect(loosened({ ask: ASK, only: ['near', 'evening'] }, all)).toEqual([{ wish: 'evening', more: 1 }, { wish: 'near', more: 1 }, { wish: 'payment', more: 1 }, { wish: 'language', more: 1 }, { wish: 'place', more: 1 }]);
  });

  it('names time, distance and format first, and never a fact of the person', () => {
    expect(WISHES.slice(0, 5)).toEqual(['evening', 'weekend', 'near', 'in-person', 'virtual']);
    expect(wishesOf({ ask: ASK, only: [...FILTERS] })).toEqual([...WISHES]);
    const bare: Ask = { ...ASK, languageRequired: false, paymentRequired: false, wheelchair: false, place: null };
    expect(wishesOf({ ask: bare, only: [] })).toEqual([]);
  });
});

const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { nil: null });
const questions = fc.record<Question>({
  only: fc.subarray([...FILTERS]),
  ask: fc.record({
    needs: fc.constantFrom([], ['anxiety'], ['grief', 'anxiety']), place: fc.constantFrom(NORWALK, null), age: fc.constantFrom(null, { from: 25, to: 59 }), language: fc.constantFrom('en', 'es', 'ase'), languageRequired: fc.boolean(), payment: fc.constantFrom<Ask['payment'][]>('medicaid', 'tricare', 'uninsured', 'unknown'), paymentRequired: fc.boolean(),
    format: fc.constantFrom<Ask['format'][]>('in_person', 'virtual', 'either'), veteran: fc.constantFrom<Ask['veteran'][]>('yes', 'no', null), wheelchair: fc.boolean(), forOther: fc.boolean(), peer: fc.constantFrom<Ask['peer'][]>('yes', 'no', 'no_preference'),
  }).map((some): Ask => ({ ...ASK, ...some })),
});
const listings = fc.record({
  intake: fc.constantFrom('open', 'waitlist', 'paused', null), needs: fc.constantFrom(['anxiety'], ['grief', 'panic'], []), restrictions: fc.subarray(['veterans-only', 'military-or-family-only', 'loved-ones-only']), payments: fc.subarray(['medicaid', 'private', 'sliding-scale']), delivery: fc.subarray(['in-person', 'virtual', 'phone']), languages: fc.subarray(['en', 'es', 'ase']), interpreter: maybe(fc.boolean()),
  minAge: fc.constantFrom(null, 18, 60), areas: fc.subarray<Listing['areas'][number]>([{ type: 'state', value: 'US-CT' }, { type: 'state', value: 'US-NY' }]), places: fc.constantFrom([], FITTING.places, STEPS, FAR), evenings: maybe(fc.boolean()), weekend: maybe(fc.boolean()), free: fc.boolean(), peer: fc.boolean(), capacity: fc.constantFrom(null, { available: 0, updated: '2026-11-01T12:00:00Z' }),
}).map((facts): Listing => ({ ...FITTING, ...facts }));
const some = fc.array(listings, { maxLength: 8 });
const count = (question: Question, all: readonly Listing[]): number => all.filter((one) => fits(question, one)).length;

describe('for any question and any listings', () => {
  it('what fits, and what is weighed of many, is what a whole evaluation says of each', () => {
    fc.assert(
      fc.property(questions, some, ({ ask }, all) => {
        const each = all.map((one) => evaluate(ask, one, TODAY));
        expect(all.map((one) => fits({ ask, only: [] }, one))).toEqual(each.map(mayBeOffered));
        expect(rank(evaluateAll(ask, all, TODAY), ask)).toEqual(rank(each, ask));
      }),
      { numRuns: 3000 },
    );
  });

  it('a dropped wish never loses a result', () => {
    fc.assert(
      fc.property(questions, listings, (question, one) => {
        if (fits(question, one)) for (const wish of wishesOf(question)) expect([wish, fits(without(question, [wish]), one)]).toEqual([wish, true]);
      }),
      { numRuns: 10_000 },
    );
  });

  it('the count that is told is the count that comes, of wishes and of filters', () => {
    fc.assert(
      fc.property(questions, some, (question, all) => {
        for (const { wish, more } of loosened(question, all)) expect(count(without(question, [wish]), all)).toBe(count(question, all) + more);
        const fitting = all.filter((one) => fits({ ...question, only: [] }, one));
        for (const { filter, count: told } of filterCounts(question.ask, question.only, fitting)) expect(count({ ...question, only: toggled(question.only, filter) }, all)).toBe(told);
      }),
      { numRuns: 2000 },
    );
  });

  it('the smallest change brings the service in, and no part of it does', () => {
    fc.assert(
      fc.property(questions, listings, (question, one) => {
        const change = smallestChange(question, one);
        if (!change) return;
        expect(fits(question, one)).toBe(false);
        expect(fits(without(question, change), one)).toBe(true);
        for (const wish of change) expect(fits(without(question, change.filter((other) => other !== wish)), one)).toBe(false);
      }),
      { numRuns: 5000 },
    );
  });
});
