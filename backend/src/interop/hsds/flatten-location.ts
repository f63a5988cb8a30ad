import { keptId, type DirectoryBatch } from '../../directory/index.js';
import { isWithheld } from './domain/confidentiality.js';
import { zoneOf } from './domain/us-states.js';
import { marks } from './flatten-marks.js';
import { contacts } from './flatten-more.js';
import { language, phone, schedules, serviceAreas } from './flatten-parts.js';
import type { Run } from './flatten.js';
import type { Reading } from './reading.js';

interface Parents {
  serviceId: string;
  organizationId: string | null;
}

const TYPES = ['physical', 'postal', 'virtual'];

/** A service at a place: the link with its own telephones and hours, and the place with everything on it, once a run. */
export function flattenLocation(placement: Reading, { serviceId, organizationId }: Parents, run: Run, batch: DirectoryBatch): void {
  const location = placement.one('location');
  const sourceId = location?.code('id');
  if (!location || !sourceId) return placement.refused('location', 'location-missing', 'The service is said to be at a place that is not there.');
  const locationId = keptId(run.source, 'location', sourceId);
  const id = keptId(run.source, 'service_at_location', placement.code('id') ?? `${serviceId}/${locationId}`);
  if (batch.serviceAtLocation.some((one) => one.serviceId === serviceId && one.locationId === locationId)) return placement.refused('location_id', 'placement-twice', 'The service stands at this place already.');
  batch.serviceAtLocation.push({ id, serviceId, locationId, description: placement.text('description'), ...marks(placement, `service_at_location/${id}`, run) });
  const owner = { serviceAtLocationId: id };
  placement.list('phones').forEach((one, position) => phone(one, { owner, of: `service_at_location/${id}`, position }, run, batch));
  schedules(placement, { owner, of: `service_at_location/${id}` }, run, batch);
  contacts(placement, { owner, of: `service_at_location/${id}` }, run, batch);
  serviceAreas(placement, owner, run, batch);
  place(location, ownerOf(location, organizationId, run), run, batch);
}

/** The place's own organization where it was told before, else that of the service there. */
function ownerOf(location: Reading, otherwise: string | null, run: Run): string | null {
  const named = location.code('organization_id');
  const id = named && keptId(run.source, 'organization', named);
  return id && run.seen.has(id) ? id : otherwise;
}

/** A place with everything on it, once a run. */
export function place(location: Reading, organizationId: string | null, run: Run, batch: DirectoryBatch): void {
  const sourceId = location.code('id') ?? '';
  const id = keptId(run.source, 'location', sourceId);
  if (!sourceId || run.seen.has(id)) return;
  run.seen.add(id);
  const point = coordinates(location);
  const addresses = location.list('addresses').flatMap((address, index) => addressRow(address, `${id}/${index}`, run));
  const type = location.code('location_type') ?? 'physical';
  batch.location.push({
    id,
    sourceId,
    organizationId,
    locationType: TYPES.includes(type) ? type : 'physical',
    name: location.text('name'),
    alternateName: location.text('alternate_name'),
    externalIdentifier: location.code('external_identifier'),
    externalIdentifierType: location.code('external_identifier_type'),
    description: location.text('description'),
    transportation: location.text('transportation'),
    url: location.web('url'),
    ...point,
    zone: zoneOf(addresses[0]?.stateProvince ?? null, point.longitude),
    confidentiality: confidentialityOf(location, sourceId, run),
    ...marks(location, `location/${id}`, run),
  });
  batch.address.push(...addresses.map((address) => ({ ...address, locationId: id })));
  onPlace(location, id, run, batch);
}

function confidentialityOf(location: Reading, sourceId: string, run: Run): string {
  if (!run.hidden.has(sourceId)) return 'open';
  location.repaired(null, 'place-hidden', 'A shelter or a service for survivors: the address is hidden until a steward decides.');
  return 'hidden';
}

function onPlace(location: Reading, locationId: string, run: Run, batch: DirectoryBatch): void {
  const belongs = { owner: { locationId }, of: `location/${locationId}` };
  location.list('phones').forEach((one, position) => phone(one, { ...belongs, position }, run, batch));
  for (const one of location.list('languages')) language(one, belongs, run, batch);
  schedules(location, belongs, run, batch);
  contacts(location, belongs, run, batch);
  location.list('accessibility').forEach((one, index) => {
    const id = keptId(run.source, 'accessibility', one.code('id') ?? `${locationId}/${index}`);
    batch.accessibility.push({ id, locationId, description: one.text('description'), details: one.text('details'), url: one.web('url'), ...marks(one, `accessibility/${id}`, run) });
  });
}

/** Both or neither, and not the Gulf of Guinea. */
function coordinates(location: Reading): { latitude: number | null; longitude: number | null } {
  const [latitude, longitude] = [location.number('latitude', { least: -90, most: 90 }), location.number('longitude', { least: -180, most: 180 })];
  if (latitude !== null && longitude !== null && (latitude !== 0 || longitude !== 0)) return { latitude, longitude };
  if (latitude !== null || longitude !== null) location.refused('latitude', 'coordinates-senseless', 'The point is incomplete or zero; it was left out.');
  return { latitude: null, longitude: null };
}

type AddressRow = Omit<DirectoryBatch['address'][number], 'locationId'>;

function addressRow(address: Reading, otherwise: string, run: Run): AddressRow[] {
  const city = address.text('city');
  const postalCode = zip(address);
  if (![address.code('address_1'), city, postalCode].some(Boolean)) {
    address.refused('address_1', 'address-empty', 'The row names no street, town or ZIP code.');
    return [];
  }
  const type = address.code('address_type') ?? 'physical';
  const id = keptId(run.source, 'address', address.code('id') ?? otherwise);
  return [
    {
      id,
      attention: address.text('attention'),
      address1: street(address),
      address2: address.text('address_2'),
      city,
      region: address.text('region'),
      stateProvince: stateOf(address),
      postalCode,
      country: country(address),
      addressType: TYPES.includes(type) ? type : 'physical',
      ...marks(address, `address/${id}`, run),
    },
  ];
}

function street(address: Reading): string | null {
  const written = address.text('address_1');
  if (!written) address.repaired('address_1', 'street-missing', 'There is no street; town and ZIP code are kept.');
  if (!written || !isWithheld(written)) return written;
  address.repaired('address_1', 'address-withheld', 'The street is a remark that the address is confidential; the place is hidden.');
  return null;
}

function zip(address: Reading): string | null {
  const written = address.code('postal_code');
  if (written && /^\d{5}(-\d{4})?$/.test(written)) return written;
  if (written) address.refused('postal_code', 'zip-unreadable', 'This is no ZIP code and was left out.');
  else address.repaired('postal_code', 'zip-missing', 'There is no ZIP code; nobody can say how far it is.');
  return null;
}

function stateOf(address: Reading): string | null {
  const raw = address.raw['state_province'];
  const state = address.code('state_province');
  if (typeof raw === 'string' && state && raw !== state) address.repaired('state_province', 'padded', 'Blanks around the state were taken off.');
  return state;
}

function country(address: Reading): string {
  const written = address.code('country');
  if (!written) address.repaired('country', 'country-missing', 'There is no country; US is assumed.');
  return written ?? 'US';
}
