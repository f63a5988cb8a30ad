import type { Origin, Report } from './domain/report.js';
import { isByday, readTime, weekdayCode } from './domain/wire-time.js';
import { keyOf, type CsvPackage } from './csv-package.js';
import { ORIGIN, type Raw } from './reading.js';

/** Where a ZIP code lies, or undefined. `county` reads `Miami-Dade, FL`. */
export type CountyOf = (zip: string) => { county: string | null; state: string } | undefined;

const origin = (raw: Raw): Origin => (raw[ORIGIN] as Origin | undefined) ?? { file: '', row: 0 };
const PO_BOX = /^\W*(?:p\.?\s*o\.?|post office)\s*(?:box|drawer)/i;
/** Without am or pm nobody knows which half of the day is meant. */
const HALF_KNOWN = /^\d{1,2}:\d{2}$/;
/** An opening time that a transformer wrote where it could not read the source (seen in 310 rows of a package of 2019). */
const DOUBTFUL_OPENING = '1:50pm';

/** Makes nested HSDS 3 services of a tabular package in the words of HSDS 1.1 or 2.0. What version 3 asks for and the package lacks is repaired, and said. */
export class Upgrade {
  private readonly homeState: string;

  constructor(
    private readonly csv: CsvPackage,
    private readonly report: Report,
    private readonly countyOf: CountyOf,
  ) {
    this.homeState = [...csv.states].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
  }

  async *services(): AsyncGenerator<Raw> {
    this.wholeFiles();
    let numbered = false;
    for await (const raw of this.csv.services(this.report)) {
      if (!numbered && /^\d+$/.test(keyOf(raw, 'id'))) this.numbered();
      numbered ||= /^\d+$/.test(keyOf(raw, 'id'));
      yield this.service(raw);
    }
  }

  private numbered(): void {
    this.report.repaired({ file: 'services.csv', row: 0 }, 'id', 'ids-not-uuid', 'Ids are numbers that tables share; stable UUIDs were made of source, table and id.');
  }

  /** Defects that every row of a file shares are said once, with row 0; rows that belong to nothing are refused one by one. */
  private wholeFiles(): void {
    if (this.csv.schedulesWithoutId) this.report.repaired({ file: 'regular_schedules.csv', row: 0 }, 'id', 'id-empty', 'Rows have no id; ids were made of what the rows say.');
    for (const raw of this.csv.of('eligibility', '')) this.report.refused(origin(raw), 'service_id', 'eligibility-unjoinable', 'The row names no service, so that nobody can tell whose eligibility it is.');
    for (const raw of this.csv.of('schedules', '')) this.report.refused(origin(raw), 'service_id', 'schedule-unjoinable', 'The row names no service.');
  }

  private service(raw: Raw): Raw {
    const id = keyOf(raw, 'id');
    const locations = this.csv.of('placements', id).flatMap((placement) => this.placement(placement, raw));
    return {
      ...raw,
      fees_description: raw['fees'],
      eligibility_description: this.csv.of('eligibility', id).map((row) => keyOf(row, 'eligibility')).join('\n'),
      organization: this.organization(raw),
      phones: this.csv.of('phones', id),
      languages: this.csv.of('languages', id).map((row) => ({ ...row, id: undefined, name: row['language'] })), // the ids are the service's
      schedules: this.schedules(this.csv.of('schedules', id)),
      service_at_locations: locations,
      service_areas: this.area(raw, locations),
    };
  }

  private organization(service: Raw): Raw | undefined {
    const id = keyOf(service, 'organization_id');
    const found = this.csv.of('organizations', id).at(-1);
    if (!found) this.report.repaired(origin(service), 'organization_id', 'organization-missing', `Organization ${id || '(none)'} is not in the package; the service stands alone.`);
    return found && { ...found, website: found['url'] };
  }

  private placement(placement: Raw, service: Raw): Raw[] {
    const location = this.csv.of('locations', keyOf(placement, 'location_id')).at(-1);
    if (!location) {
      this.report.refused(origin(placement), 'location_id', 'location-missing', 'The location is not in the package.');
      return [];
    }
    return [{ ...placement, location: this.location(location, service) }];
  }

  private location(raw: Raw, service: Raw): Raw {
    const id = keyOf(raw, 'id');
    const repeats = keyOf(raw, 'description') !== '' && keyOf(raw, 'description') === keyOf(service, 'description');
    if (repeats) this.report.repaired(origin(raw), 'description', 'location-repeats-service', "The location's text repeats the service's and was left out.");
    if (!keyOf(raw, 'latitude')) this.report.repaired(origin(raw), 'latitude', 'coordinates-missing', "There are no coordinates; the ZIP code's centre is used.");
    return {
      ...raw,
      location_type: 'physical',
      description: repeats ? '' : raw['description'],
      addresses: this.csv.of('addresses', id).map((address) => ({ ...address, address_type: this.addressType(address) })),
      accessibility: this.csv.of('accessibility', id).flatMap((row) => this.accessibility(row)),
    };
  }

  private addressType(address: Raw): string {
    if (!PO_BOX.test(keyOf(address, 'address_1'))) return 'physical';
    this.report.repaired(origin(address), 'address_1', 'post-office-box', 'A post-office box is a postal address, not a place to go.');
    return 'postal';
  }

  private accessibility(raw: Raw): Raw[] {
    const said = keyOf(raw, 'accessibility');
    if (said) return [{ ...raw, description: /^handicap accessible$/i.test(said) ? 'Wheelchair accessible' : said }];
    this.report.refused(origin(raw), 'accessibility', 'accessibility-empty', 'The row says nothing.');
    return [];
  }

  /** Rows of one weekday each, joined to one schedule for the days that share their hours; a doubtful or unread time leaves its words. */
  private schedules(rows: readonly Raw[]): Raw[] {
    const read = rows.map((raw) => ({ raw, day: this.day(raw), ...this.times(raw) }));
    const alike = Map.groupBy(read, ({ raw, opens, closes }) => `${opens}-${closes}|${keyOf(raw, 'original_text')}`);
    return [...alike.values()].flatMap((same) => {
      const [first] = same;
      const byday = [...new Set(same.map(({ day }) => day))].join(',');
      return first ? [{ freq: 'WEEKLY', opens_at: first.opens, closes_at: first.closes, description: first.raw['original_text'], byday: isByday(byday) ? byday : '', [ORIGIN]: origin(first.raw) }] : [];
    });
  }

  private day(raw: Raw): string {
    const day = weekdayCode(keyOf(raw, 'weekday'));
    if (!day) this.report.refused(origin(raw), 'weekday', 'weekday-unreadable', 'This is no day of the week.');
    return day ?? '';
  }

  /** Both times or none: half an opening is no opening. */
  private times(raw: Raw): { opens: string; closes: string } {
    const [opens, closes] = [this.time(raw, 'opens_at'), this.time(raw, 'closes_at')];
    if (keyOf(raw, 'opens_at') === DOUBTFUL_OPENING) this.report.repaired(origin(raw), 'opens_at', 'time-doubtful', 'May be a slip of the transformer; taken as written, with the original words beside it.');
    return opens && closes ? { opens, closes } : { opens: '', closes: '' };
  }

  private time(raw: Raw, column: string): string | undefined {
    const written = keyOf(raw, column);
    const read = HALF_KNOWN.test(written) ? undefined : readTime(written);
    if (!read) this.report.refused(origin(raw), column, written ? 'time-unreadable' : 'time-missing', 'The time cannot be read; the original words are kept.');
    else if (!read.exact) this.report.repaired(origin(raw), column, 'time-form', `Read as ${read.time}.`);
    return read?.time;
  }

  /** Version 1.1 has no service areas. Assumed: the county of the place, for places in the state that most addresses name. */
  private area(service: Raw, placements: readonly Raw[]): Raw[] {
    const addresses = placements.flatMap((placement) => ((placement['location'] as Raw)['addresses'] ?? []) as Raw[]);
    const places = addresses.map((address) => this.countyOf(keyOf(address, 'postal_code').slice(0, 5)));
    const counties = [...new Set(places.filter((place) => place?.state === this.homeState).map((place) => place?.county))].filter((county) => typeof county === 'string');
    if (counties.length) this.report.repaired(origin(service), 'service_area', 'area-assumed', `The package names no service area; ${counties.join(' and ')} is assumed from the address.`);
    else this.report.refused(origin(service), 'service_area', 'area-unknown', 'The package names no service area, and the address gives none.');
    return counties.map((county) => ({ extent_type: 'county', extent: county, assumed: true }));
  }
}
