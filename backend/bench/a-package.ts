import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createHash } from 'node:crypto';

/** A UUID that is the same for the same words. */
const idOf = (...words: readonly unknown[]): string => createHash('sha1').update(words.join('/')).digest('hex').replace(/^(.{8})(.{4})(.{3})(.{3})(.{12}).*$/, '$1-$2-4$3-8$4-$5');
const TOWNS = [['Norwalk', '06854'], ['Bridgeport', '06604'], ['Danbury', '06810'], ['Stamford', '06901']] as const;
const KINDS = ['Pantry', 'Counseling', 'Rides', 'Peer group', 'Legal help', 'Shelter line', 'Job club'];
const NEEDS = ['food', 'depression', 'housing', 'anxiety', 'opioids'];

/** One invented service with fourteen rows of ten tables. `changed` gives it another number and another text. */
function serviceOf(n: number, changed: boolean): object {
  const [city, zip] = TOWNS[n % TOWNS.length] ?? TOWNS[0];
  const name = `${KINDS[n % KINDS.length]} ${n}`;
  const id = (part: string): string => idOf(n, part);
  return {
    id: id('service'),
    name,
    status: 'active',
    description: `${name} is open to everybody who lives near ${city}. Call first${changed ? ', please' : ''}. No papers are asked for, and nobody is turned away who cannot pay.`,
    organization: { id: idOf('organization', n >> 2), name: `Organization ${n >> 2}`, description: 'An invented organization' },
    phones: [{ id: id('phone'), number: `203-555-01${String((n + Number(changed)) % 100).padStart(2, '0')}`, languages: [{ id: id('phone-language'), code: 'es' }] }],
    schedules: [{ id: id('monday'), freq: 'WEEKLY', byday: 'MO,TU,WE', opens_at: '09:00', closes_at: '17:00' }, { id: id('friday'), freq: 'WEEKLY', byday: 'FR', opens_at: '10:00', closes_at: '19:00' }],
    languages: [{ id: id('language'), code: 'en' }],
    service_areas: [{ id: id('area'), extent_type: 'county', extent: 'Fairfield, CT' }],
    cost_options: [{ id: id('cost'), option: 'Free', amount: 0, currency: 'USD' }],
    attributes: [{ id: id('need'), taxonomy_term: { taxonomy: 'need', code: NEEDS[n % NEEDS.length] } }],
    service_at_locations: [{ id: id('placement'), location: { id: id('location'), location_type: 'physical', name: `House ${n}`, latitude: 41 + (n % 1000) / 5000, longitude: -73 - (n % 997) / 5000, addresses: [{ id: id('address'), address_1: `${n} Elm Street`, city, state_province: 'CT', postal_code: zip, country: 'US', address_type: 'physical' }], accessibility: [{ id: id('ramp'), description: 'Wheelchair accessible' }] } }],
  };
}

/** Writes a package of one service a line; every `every`th is changed. Gives its folder. */
export async function aPackage(folder: string, services: number, every = 0): Promise<string> {
  mkdirSync(folder);
  const lines = function* (): Generator<string> {
    for (let n = 0; n < services; n++) yield `${JSON.stringify(serviceOf(n, every > 0 && n % every === 0))}\n`;
  };
  await pipeline(Readable.from(lines()), createWriteStream(join(folder, 'services.ndjson')));
  return folder;
}
