import { termId } from '../src/directory/index.js';
import { OBJECTS, type ObjectName } from '../src/interop/hsds/domain/objects.js';

type Fields = Record<string, unknown>;

const uuid = (n: number): string => `00000000-0000-4000-9000-${String(n).padStart(12, '0')}`;
const OF_TYPE: Readonly<Record<string, (object: string, field: string) => unknown>> = {
  text: (object, field) => `Some ${field.replaceAll('_', ' ')} of the ${object.replaceAll('_', ' ')}`,
  email: (object) => `${object.replaceAll('_', '-')}@example.org`,
  uri: (object, field) => `https://example.org/${object}/${field}?a=b#c`,
  date: () => '2026-02-03',
  datetime: () => '2026-02-03T04:05:06.789+00:00',
};
/** Values that a list or a range allows. */
const GIVEN: Readonly<Record<string, unknown>> = {
  'service.status': 'temporarily closed', 'service.minimum_age': 18, 'service.maximum_age': 99, 'organization.year_incorporated': 1987, 'location.location_type': 'physical', 'location.latitude': 41.1, 'location.longitude': -73.4, 'address.address_type': 'postal',
  'address.postal_code': '06850', 'address.state_province': 'CT', 'address.country': 'US', 'phone.number': '(203) 555-0142', 'phone.extension': 12, 'phone.type': 'voice', 'schedule.timezone': -5, 'schedule.count': 10, 'schedule.wkst': 'SU', 'schedule.freq': 'WEEKLY',
  'schedule.interval': 2, 'schedule.byday': 'MO,TU', 'schedule.opens_at': '09:00', 'schedule.closes_at': '17:30', 'service_area.extent': '{"type":"Polygon"}', 'service_area.extent_type': 'geojson', 'language.code': 'es', 'cost_option.amount': 25.5,
  'cost_option.currency': 'USD', 'service_capacity.available': 2, 'service_capacity.maximum': 4, 'attribute.link_type': 'accepts', 'metadata.last_action_date': '2026-01-05',
};
/** Members that say whose row it is, which nesting says too, or what stands nested beside them. */
const JOINT = /^(?!program_id|parent_organization_id).*_id$|^link_entity$|^resource_type$/;

/** Makes HSDS objects in which every member of the standard is filled, each part once in each place where it may stand. */
class Everything {
  private made = 0;
  readonly location = this.object('location');
  readonly program = this.object('program');

  id(): string {
    return uuid(++this.made);
  }

  object(name: ObjectName): Fields {
    const { fields, many = {} } = OBJECTS[name];
    const own = Object.entries(fields).filter(([field]) => !JOINT.test(field)).map(([field, type]) => [field, field === 'id' ? this.id() : (GIVEN[`${name}.${field}`] ?? OF_TYPE[type.replace('!', '')]?.(name, field))]);
    const parts = Object.entries(many).map(([member, child]) => [member, [this.nested(child)]]);
    return { ...(Object.fromEntries(own) as Fields), ...(Object.fromEntries(parts) as Fields), ...this.singles(name) };
  }

  private nested(child: ObjectName): Fields {
    if (child === 'location') return this.location;
    return child === 'program' ? this.program : this.object(child);
  }

  private singles(name: ObjectName): Fields {
    if (name === 'service_at_location') return { location: this.location };
    if (name === 'service_capacity') return { unit: this.object('unit') };
    if (name === 'attribute') return { taxonomy_term: { id: termId('payment', 'free'), code: 'free' } };
    return {};
  }
}

/** A parent organization, an organization and its service with every member of HSDS 3.2. */
export function everything(): { parent: Fields; organization: Fields; service: Fields } {
  const all = new Everything();
  const parent = { id: all.id(), name: 'Parent', description: 'The organization above' };
  const organization: Fields = { ...all.object('organization'), parent_organization_id: parent.id };
  const service: Fields = { ...all.object('service'), program_id: all.program['id'], organization, program: all.program };
  return { parent, organization, service };
}
