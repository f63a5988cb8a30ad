import { Injectable } from '@nestjs/common';
import { Db, SYSTEM, uuidv7, type Tx } from '../platform/index.js';

/** `county` as of today; `countyBefore` Connecticut's county until 2022. Military ZIPs have no point. */
export interface ZipRow {
  zip: string;
  city: string;
  state: string;
  county: string | null;
  countyFips: string | null;
  countyBefore: string | null;
  lat: number | null;
  lon: number | null;
}

const ZIP_SOURCE = 'zip-table';
const ZIP_BATCH = 6000;

const ZIP_UPSERT = `
  insert into directory.zip as t (zip, city, state, county, county_fips, county_before, lat, lon)
  select zip, city, state, county, "countyFips", "countyBefore", lat, lon
  from jsonb_to_recordset($1::jsonb) as r(zip text, city text, state text, county text, "countyFips" text, "countyBefore" text, lat float8, lon float8)
  on conflict (zip) do update set city = excluded.city, state = excluded.state, county = excluded.county, county_fips = excluded.county_fips,
    county_before = excluded.county_before, lat = excluded.lat, lon = excluded.lon
  where (t.city, t.state, t.county, t.county_fips, t.county_before, t.lat, t.lon) is distinct from
    (excluded.city, excluded.state, excluded.county, excluded.county_fips, excluded.county_before, excluded.lat, excluded.lon)`;

/** The ZIP codes of every install. Loading the same again changes nothing. */
@Injectable()
export class DirectoryReference {
  constructor(private readonly db: Db) {}

  /** `edition` names the file's content: the same edition is loaded once. */
  async loadZips(edition: string, rows: () => readonly ZipRow[]): Promise<void> {
    const [last] = await this.db.statement<{ form: string }>(SYSTEM, 'select form from directory.import_run where source = $1 and finished_at is not null order by started_at desc limit 1', [ZIP_SOURCE]);
    if (last?.form === edition) return;
    const all = rows();
    await this.db.as(SYSTEM, async (tx) => {
      for (let from = 0; from < all.length; from += ZIP_BATCH) await tx.query(ZIP_UPSERT, [JSON.stringify(all.slice(from, from + ZIP_BATCH))]);
      await this.finish(tx, edition, all.length);
    });
  }

  private async finish(tx: Tx, edition: string, zips: number): Promise<void> {
    await tx.query('insert into directory.import_run (id, source, form, finished_at, counts) values ($1, $2, $3, now(), $4)', [uuidv7(), ZIP_SOURCE, edition, JSON.stringify({ zips })]);
    await tx.query('select directory.refresh_listings(array_agg(id)) from directory.service'); // their places take points and counties from here
  }
}
