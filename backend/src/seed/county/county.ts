import { stableId } from '../../directory/index.js';
import { readVocabulary } from '../reference/vocabulary.js';
import { Chance } from './chance.js';
import { CLOSINGS, KINDS, type Kind } from './kinds.js';
import { COUNTY_ZIPS, NAMES, ORGANIZATIONS, STREETS, TOWNS, type OrganizationKind } from './places.js';
import { hoursOf } from './weeks.js';

export const COUNTY_SOURCE = 'demo-county';

interface County {
  seed: number;
  /** YYYY-MM-DD: what was verified when is counted back from it. */
  today: string;
}

interface Organization {
  id: string;
  kind: OrganizationKind;
  name: string;
  location: object;
  zip: string;
  town: string;
  phone: string;
  json: object;
}

const LANGUAGES: readonly (readonly [code: string, name: string, percent: number])[] = [['es', 'Spanish', 36], ['ase', 'American Sign Language', 7], ['zh', 'Mandarin Chinese', 5], ['vi', 'Vietnamese', 5], ['ar', 'Arabic', 5]];
const WAITS = ['About 2 weeks', '3 to 4 weeks', 'About 6 weeks', '2 to 3 months'];
const PAYMENTS = { free: [['free', 100]], va: [['free', 45], ['va', 80], ['tricare', 70], ['medicaid', 25]], public: [['medicaid', 95], ['medicare', 60], ['private', 70], ['tricare', 15], ['sliding-scale', 50]], clinic: [['medicaid', 62], ['medicare', 48], ['private', 85], ['tricare', 14], ['sliding-scale', 42], ['self-pay', 70]] } as const;
/** Names of terms by `taxonomy/code`, read when a county is told for the first time. */
let names: ReadonlyMap<string, string> | undefined;
const termNames = (): ReadonlyMap<string, string> => (names ??= new Map(readVocabulary().flatMap(({ code, terms }) => terms.map(({ code: term, name }) => [`${code}/${term}`, name] as const))));

const id = (table: string, key: string): string => stableId(COUNTY_SOURCE, table, key);
const termName = (taxonomy: string, code: string): string => termNames().get(`${taxonomy}/${code}`) ?? code;
/** `Trauma and PTSD` as it stands inside a sentence; acronyms stay. */
const inside = (name: string): string => (/^[A-Z][a-z]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name);
const daysBefore = (today: string, days: number): string => new Date(Date.parse(today) - days * 86_400_000).toISOString().slice(0, 10);

/** An invented county on real ZIP codes: about 300 services of 120 organizations as nested HSDS 3 JSON. The same seed and day give the same county. */
export function countyServices({ seed, today }: County): object[] {
  const chance = new Chance(seed);
  const organizations = makeOrganizations(chance);
  const turns = new Map<string, number>();
  return KINDS.flatMap((kind, number) =>
    Array.from({ length: kind.many }, (_, index) => {
      const mine = organizations.filter((organization) => organization.kind === kind.by);
      const organization = mine[(index + number) % mine.length] as Organization;
      return service({ kind, organization, key: `${number}-${index}`, today, needs: inTurn(kind, number, turns) }, chance);
    }),
  );
}

/** Needs go round, so that each one of a kind occurs. */
function inTurn(kind: Kind, number: number, turns: Map<string, number>): string[] {
  const from = turns.get(`${number}`) ?? 0;
  turns.set(`${number}`, from + kind.focus);
  return Array.from({ length: Math.min(kind.focus, kind.needs.length) }, (_, step) => kind.needs[(from + step) % kind.needs.length] ?? '');
}

/** Fictitious numbers only: 555-0100 to 555-0199. */
const phoneNumber = (chance: Chance): string => `(${chance.happens(70) ? 203 : 475}) 555-01${String(chance.whole(0, 99)).padStart(2, '0')}`;

function makeOrganizations(chance: Chance): Organization[] {
  const names = new Set<string>();
  return Object.entries(ORGANIZATIONS).flatMap(([kind, { many, suffixes, about }]) =>
    Array.from({ length: many }, (_, index) => {
      const name = freshName(names, suffixes, chance);
      return organization(kind as OrganizationKind, { key: `${kind}-${index}`, name, about }, chance);
    }),
  );
}

/** A name that no organization has yet. */
function freshName(taken: Set<string>, suffixes: readonly string[], chance: Chance): string {
  const name = `${chance.pick(NAMES)} ${chance.pick(suffixes)}`;
  if (taken.has(name)) return freshName(taken, suffixes, chance);
  taken.add(name);
  return name;
}

function organization(kind: OrganizationKind, { key, name, about }: { key: string; name: string; about: string }, chance: Chance): Organization {
  const [zip, town] = chance.pick(TOWNS);
  const host = `${name.toLowerCase().replace(/[^a-z]+/g, '-')}.example.org`;
  const wheelchair = chance.happens(60) ? 'Wheelchair accessible' : chance.happens(30) ? 'Not wheelchair accessible' : null;
  const location = {
    id: id('location', key),
    location_type: 'physical',
    name: chance.happens(50) ? `${name}, ${town}` : null,
    transportation: chance.happens(45) ? chance.pick(['Five minutes from the railway station.', 'Bus stop at the door.', 'Free parking behind the house.']) : null,
    addresses: [{ id: id('address', key), address_1: `${chance.whole(3, 480)} ${chance.pick(STREETS)}`, city: town, state_province: 'CT', postal_code: zip, country: 'US', address_type: 'physical' }],
    accessibility: wheelchair ? [{ id: id('accessibility', key), description: wheelchair }] : [],
  };
  return { id: id('organization', key), kind, name, location, zip, town, phone: phoneNumber(chance), json: { id: id('organization', key), name, description: `${about} Invented for the demo.`, website: `https://${host}`, email: `hello@${host}` } };
}

interface Plan {
  kind: Kind;
  organization: Organization;
  key: string;
  today: string;
  needs: string[];
}

function service(plan: Plan, chance: Chance): object {
  const { kind, organization, key } = plan;
  const serviceId = id('service', key);
  const [least, most] = chance.pick(kind.ages ?? [[null, null]]);
  const delivery = chance.pick(kind.delivery);
  const state = life(plan, chance);
  const placed = delivery.some((way) => way === 'in-person' || way === 'home-visit');
  return {
    id: serviceId,
    organization: organization.json,
    ...texts(plan, chance),
    ...state.fields,
    minimum_age: least,
    maximum_age: most,
    phones: [{ id: id('phone', key), number: chance.happens(60) ? organization.phone : phoneNumber(chance), type: 'voice' }],
    languages: languages(kind, key, chance),
    schedules: hoursOf(kind.hours, chance).map((one, index) => ({ ...one, id: id('schedule', `${key}-${index}`) })),
    service_areas: areas(plan, chance),
    service_at_locations: placed ? [{ id: id('service_at_location', key), location: organization.location }] : [],
    capacities: kind.places && chance.happens(70) ? [capacity(plan, kind.places, chance)] : [],
    attributes: attributes(serviceId, codes(plan, { delivery, intake: state.intake }, chance)),
  };
}

const APPLICATIONS = ['Call or write; somebody answers within two working days.', 'Call and leave a message with a time that suits you.', 'Walk in during opening hours.', 'Ask online, or let somebody call for you.'];

/** `Osprey Peer Alliance` and `Peer Respite House` make `Osprey Peer Respite House`. */
function joined(house: string, name: string): string {
  const [last = ''] = house.split(' ').slice(-1);
  const [first = ''] = name.split(' ');
  return first.toLowerCase().replace(/[^a-z]/g, '').startsWith(last.toLowerCase()) ? `${house.slice(0, -last.length)}${name}` : `${house} ${name}`;
}

function texts({ kind, organization, key, needs }: Plan, chance: Chance): object {
  const focus = inside(termName('need', needs[0] ?? ''));
  const filled = (text: string): string => text.replaceAll('{focus}', focus).replaceAll('with living with', 'with').replaceAll('{town}', organization.town);
  const title = filled(chance.pick(kind.names)).replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
  const fees = chance.pick(['Sliding fee; ask before the first visit.', null]);
  const anybody = chance.pick(['Anybody who lives in the area may come.', null, null]);
  return {
    name: kind.by === 'peer' || chance.happens(40) ? joined(organization.name.split(' ').slice(0, -1).join(' '), title) : title,
    description: [chance.pick(kind.opening), ...chance.some(kind.detail, 2), ...chance.some([chance.pick(CLOSINGS)], chance.whole(0, 3))].map(filled).join(' '),
    url: `https://${organization.name.toLowerCase().replace(/[^a-z]+/g, '-')}.example.org/${key}`,
    eligibility_description: kind.eligibility ?? anybody,
    application_process: chance.pick(APPLICATIONS),
    fees_description: kind.pay === 'free' ? 'Free.' : fees,
    interpretation_services: kind.features?.includes('interpreter-phone') ? 'Interpreters by telephone' : null,
  };
}

/** Of a hundred services so many are closed, paused, have a waiting list, or are open; of the rest nobody knows. */
const LIVES = [
  ['closed', 4],
  ['paused', 5],
  ['waitlist', 15],
  ['open', 66],
  ['unknown', 10],
] as const;
type Life = (typeof LIVES)[number][0];
const DECK: readonly Life[] = LIVES.flatMap(([life, many]) => Array.from({ length: many }, () => life));

/** Open, waiting, paused, closed; and when somebody last looked. */
function life({ today }: Plan, chance: Chance): { intake: string | null; fields: object } {
  const now = chance.pick(DECK);
  const assured = daysBefore(today, chance.happens(15) ? chance.whole(380, 900) : chance.whole(6, 320));
  return {
    intake: now === 'closed' || now === 'unknown' ? null : now,
    fields: {
      status: now === 'closed' ? chance.pick(['temporarily closed', 'defunct', 'inactive']) : 'active',
      wait_time: now === 'waitlist' ? chance.pick(WAITS) : null,
      assured_date: chance.happens(95) ? assured : null,
      last_modified: `${assured}T15:00:00Z`,
    },
  };
}

function languages(kind: Kind, key: string, chance: Chance): object[] {
  const often = kind.by === 'culture' ? 2.4 : 1;
  const spoken = LANGUAGES.filter(([, , percent]) => chance.happens(percent * often));
  return [['en', 'English'] as const, ...spoken].map(([code, name]) => ({ id: id('language', `${key}-${code}`), code, name }));
}

function areas({ kind, organization, key }: Plan, chance: Chance): object[] {
  const one = id('service_area', key);
  switch (chance.pick(kind.area)) {
    case 'nation':
      return [{ id: one, name: 'United States', extent_type: 'nation', extent: 'US' }];
    case 'state':
      return [{ id: one, name: 'Connecticut', extent_type: 'state', extent: 'US-CT' }];
    case 'town':
      return [{ id: one, name: `${organization.town} and around`, extent_type: 'zip', extent: near(organization.town).join(', ') }];
    default:
      return [{ id: one, name: 'Fairfield County', extent_type: 'county', extent: 'Fairfield, CT', description: COUNTY_ZIPS.join(' ') }];
  }
}

/** ZIP codes of the town and of those that share its first four digits. */
const near = (town: string): string[] => {
  const own = TOWNS.filter(([, name]) => name === town).map(([zip]) => zip.slice(0, 4));
  return COUNTY_ZIPS.filter((zip) => own.includes(zip.slice(0, 4)));
};

function capacity({ key, today }: Plan, [unit, most]: readonly [string, number], chance: Chance): object {
  const maximum = chance.whole(4, most);
  return { id: id('service_capacity', key), unit: { name: unit }, available: chance.happens(25) ? 0 : chance.whole(1, Math.max(1, maximum >> 1)), maximum, updated: `${daysBefore(today, chance.whole(0, 60))}T12:00:00Z` };
}

type Code = readonly [taxonomy: string, code: string];

function codes({ kind, needs }: Plan, { delivery, intake }: { delivery: readonly string[]; intake: string | null }, chance: Chance): Code[] {
  const of = (taxonomy: string, list: readonly string[]): Code[] => [...new Set(list)].map((code) => [taxonomy, code]);
  return [
    ...of('need', needs),
    ...of('service-type', typesOf(kind, chance)),
    ...of('population', chance.some(kind.populations ?? [], 2)),
    ...of('eligibility-restriction', kind.restrictions ?? []),
    ...of('payment', paymentsOf(kind, chance)),
    ...of('delivery', delivery),
    ...of('intake-status', intake ? [intake] : []),
    ...of('feature', [...(kind.features ?? []), ...chance.some(['interpreter-phone', 'near-transit'], chance.pick([0, 0, 1]))]),
  ];
}

/** Crisis and recovery services are one thing each; others are mainly the first of their kind. */
function typesOf(kind: Kind, chance: Chance): string[] {
  const one = chance.pick(kind.types);
  return kind.by === 'recovery' || kind.by === 'crisis' ? [one] : [kind.types[0] ?? one, one];
}

function paymentsOf(kind: Kind, chance: Chance): string[] {
  const taken = PAYMENTS[kind.pay].filter(([, percent]) => chance.happens(percent)).map(([code]) => code);
  return taken.length ? taken : ['private'];
}

const attributes = (serviceId: string, list: readonly Code[]): object[] =>
  list.map(([taxonomy, code]) => ({ id: id('attribute', `${serviceId}/${taxonomy}/${code}`), link_id: serviceId, link_entity: 'service', link_type: taxonomy, taxonomy_term: { code, name: termName(taxonomy, code), taxonomy } }));
