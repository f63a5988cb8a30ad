import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { ZipLine } from '../src/directory/domain/place/gazetteer.js';

/** The ZIP table that ships, as the directory reads it from the database. */
export const zipLines = (): ZipLine[] =>
  gunzipSync(readFileSync(join(__dirname, '../src/seed/reference/zips.txt.gz')))
    .toString('utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => line.split('\t'))
    .map(([zip = '', city = '', state = '', county = '', , before = '', lat = '', lon = '']) => ({ zip, city, state, counties: [...new Set([county, before].filter(Boolean))], lat: lat ? Number(lat) : null, lon: lon ? Number(lon) : null }));
