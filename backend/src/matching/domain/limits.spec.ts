import type { Ask } from './ask.js';
import { evaluate } from './evaluate.js';
import { limitsFit, limitsIn, type Limits } from './limits.js';
import type { Listing } from './listing.js';
import { fold } from './reading/tokens.js';
import { OWN_WEIGHTS } from './weights.js';

const read = (name: string, text = ''): Limits => limitsIn(fold(name), fold(`${name}. ${text}`));
const NONE = { least: null, most: null, only: [] };

describe('whom the words of a listing are for', () => {
  it.each<[string, string, Partial<Limits>]>([
    ['Play Therapy', 'Weekly sessions for children ages 6-12.', { least: 6, most: 12 }],
    ['Play Therapy', 'Serves children 2 to 7 years.', { least: 2, most: 7 }],
    ['Terapia de juego', 'Para niños entre 6 y 12 años.', { least: 6, most: 12 }],
    ['Parent Child Therapy', 'For families with children ages two to seven.', { least: 2, most: 7 }],
    ['Saturday Night', 'A group for family and friends of people who have drinking problems.', { only: ['relatives'] }],
    ['Early Steps', 'From birth to age 3.', { least: null, most: 3 }],
    ['Teen Counseling', 'For youth under age 18.', { least: null, most: 18 }],
    ['Senior Counseling', 'For people 60 years and older.', { least: 60, most: null }],
    ['Adult Outpatient', 'Counseling for adults 18 years or older.', { least: 18, most: null }],
    ['Consejería', 'Para mayores de 18.', { least: 18, most: null }],
    ['Two groups', 'A group for ages 6 to 9 and one for ages 10 to 14.', { least: 6, most: 14 }],
    ['Children’s Counseling Center', 'Individual and play therapy.', { least: null, most: 18 }],
    ['Adult Psychiatry and Therapy', 'Evaluations and therapy.', { least: 18, most: null }],
    ['Behavioral Services', 'Counseling for people living with HIV/AIDS.', { only: ['hiv'] }],
    ['DUI Program', 'Assessment and counseling to drivers who received a ticket.', { only: ['court'] }],
    ['Drug Court Program', 'A court-supervised treatment program.', { only: ['court'] }],
    ['Victim Program', 'Available only to Harbor University students, faculty and staff.', { only: ['school'] }],
  ])('%s: %s', (name, text, limits) => expect(read(name, text)).toEqual({ ...NONE, ...limits }));

  it.each<[string, string]>([
    ['Community Counseling', 'Services for adults, couples and children ages 5 to 17.'],
    ['Community Counseling', 'Adults 18 years and older; children are seen on Mondays.'],
    ['Child and Family Services', 'Counseling for all.'],
    ['Community Counseling', 'Our staff have 20 to 30 years of experience.'],
    ['Community Counseling', 'Groups of 6 to 12 people.'],
    ['Baby Group', 'For mothers of babies up to 12 months old.'],
    ['Health Center', 'HIV testing, counseling and dental care.'],
    ['Parents Together', 'Support for parents and families.'],
    ['', ''],
  ])('says nothing for sure: %s: %s', (name, text) => expect(read(name, text)).toEqual(NONE));
});

const ASK = { needs: ['anxiety'], kinds: [], populations: [], saidAge: null, families: { broader: () => [], related: () => new Set<string>() }, place: null, age: null, language: 'en', languageRequired: false, payment: 'unknown', paymentRequired: false, format: 'either', peer: 'no_preference', veteran: null, lgbtq: null, wheelchair: false, times: [], urgency: null, forOther: false } as unknown as Ask;
const listing = (limits: Partial<Limits>, over: Partial<Listing> = {}): Listing =>
  ({ id: 'a', organizationId: 'o', organization: 'House', name: 'Help', status: 'active', intake: 'open', needs: ['anxiety'], needsSuggested: [], serviceTypes: ['individual-therapy'], populations: [], restrictions: [], payments: [], delivery: ['in-person'], features: [], languages: [], interpreter: null, minAge: null, maxAge: null, areas: [], places: [], evenings: null, weekend: null, waitTime: null, capacity: null, assuredDate: null, free: false, peer: false, speaks: { about: {}, named: [], ofTheMind: true, limits: { ...NONE, ...limits } }, ...over }) as unknown as Listing;
const years = (from: number, to = from): Ask['age'] => ({ from, to });

describe('who is outside what words say', () => {
  it.each<[string, Partial<Ask>, Partial<Limits>, Partial<Listing>, number]>([
    ['too old', { age: years(44) }, { most: 12 }, {}, 1],
    ['too young', { age: years(9) }, { least: 18 }, {}, 1],
    ['by the years that own words tell', { saidAge: 44 }, { most: 12 }, {}, 1],
    ['just old enough', { age: years(18) }, { least: 18 }, {}, 0],
    ['a band that reaches in', { age: years(13, 17) }, { most: 14 }, {}, 0],
    ['an age nobody told', {}, { most: 12 }, {}, 0],
    ['ages that somebody entered decide alone', { age: years(44) }, { most: 12 }, { minAge: 18 }, 0],
    ['a parent, of a class for parents of small children', { age: years(29), needs: ['parenting'] }, { most: 5 }, { populations: ['parents'] }, 0],
    ['somebody who asks about something else, of the same class', { age: years(29) }, { most: 5 }, { populations: ['parents'] }, 1],
    ['a child, of the same class', { age: years(9), forOther: true }, { most: 5 }, { populations: ['parents'] }, 1],
    ['of people with HIV', {}, { only: ['hiv'] }, {}, 1],
    ['who says so is one of them', { circumstances: ['hiv'] }, { only: ['hiv'] }, {}, 0],
    ['a drinker, of a group for relatives', { needs: ['alcohol'] }, { only: ['relatives'] }, {}, 1],
    ['a drinker’s wife, of the same group', { needs: ['alcohol', 'family-substance'] }, { only: ['relatives'] }, {}, 0],
    ['whom a court sends', { needs: ['reentry'] }, { only: ['court'] }, {}, 0],
    ['a restriction that somebody entered decides alone', {}, { only: ['hiv'] }, { restrictions: ['women-only'] }, 0],
    ['both', { age: years(44) }, { most: 12, only: ['court'] }, {}, 2],
  ])('%s', (_, asked, limits, over, times) => {
    const { value, factors } = limitsFit({ ...ASK, ...asked }, listing(limits, over));
    expect(value).toBeCloseTo(OWN_WEIGHTS.wordsOthers ** times);
    expect(factors).toHaveLength(times);
    expect(factors.every(({ outcome }) => outcome === 'unknown')).toBe(true);
  });

  it('ranks lower and is never kept out', () => {
    const [inside, outside] = [evaluate(ASK, listing({}), '2026-11-24'), evaluate(ASK, listing({ only: ['hiv'] }), '2026-11-24')];
    expect(outside.score).toBeCloseTo(inside.score * OWN_WEIGHTS.wordsOthers);
    expect(outside.excludedBy).toBeUndefined();
  });
});
