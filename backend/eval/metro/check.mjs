#!/usr/bin/env node
// Checks the directory: codes, ids, ages, areas, hours, enough of everything, and faults in the shares that the README states. Fails with a list.
import { createHash } from 'node:crypto';
import { COUNTIES, LINE_OF, TAXONOMIES, records, vocabulary, zipCodes } from './read.mjs';
import { idOf, metroServices, metroTruth, schedules } from './build.mjs';

const all = records();
const terms = vocabulary();
const zips = zipCodes();
const problems = [];
const must = (holds, what) => holds || problems.push(what);
const share = (test) => all.filter(test).length / all.length;
const within = (what, value, [least, most]) => must(value >= least && value <= most, `${what}: ${(value * 100).toFixed(1)} % instead of ${least * 100} to ${most * 100} %`);

/** The first service's id and a digest of all ids: they move only when a key does. */
const FIRST = '5fa73d20-66ef-5d1e-bb76-ab282e98580f';
const ALL = '6ad8bf45688ae377e8b69c16c48c580abf4263f5';

function tally(lists) {
  const counts = new Map();
  for (const code of lists.flat()) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}

function checkCodes(one) {
  for (const [taxonomy, label] of Object.entries(LINE_OF)) {
    for (const code of one[label]) must(terms[taxonomy].has(code), `${one.key}: ${label} ${code}`);
    must(new Set(one[label]).size === one[label].length, `${one.key}: ${label} names one twice`);
  }
  const { needs, kinds, people } = one.truth;
  for (const code of Object.keys(needs)) must(terms.need.has(code), `${one.key}: truth ${code}`);
  for (const code of Object.keys(kinds)) must(terms['service-type'].has(code), `${one.key}: truth ${code}`);
  for (const code of people) must(terms.population.has(code), `${one.key}: truth ${code}`);
  for (const weight of [...Object.values(needs), ...Object.values(kinds)]) must([1, 2, 3].includes(weight), `${one.key}: weight ${weight}`);
  must(Object.keys(needs).length && Object.keys(kinds).length, `${one.key}: no truth`);
  must(Math.max(...Object.values(kinds)) >= 2, `${one.key}: no main kind`);
}

function checkFacts(one) {
  const [, least, most] = /^(\d*)-(\d*)$/.exec(one.ages ?? '-') ?? [];
  must(least !== undefined && Number(least || 0) <= 70 && (!most || Number(most) > Number(least || 0)), `${one.key}: ages ${one.ages}`);
  for (const name of (one.area ?? '').split(', ').filter(Boolean)) must(name === 'California' || COUNTIES.includes(name), `${one.key}: area ${name}`);
  for (const { opens_at: opens, closes_at: closes } of schedules(one)) must(/^\d\d:\d\d$/.test(opens) && closes > opens, `${one.key}: hours ${one.hours}`);
  must(['active', 'inactive', 'defunct', 'temporarily closed'].includes(one.status ?? 'active'), `${one.key}: status ${one.status}`);
  must(!one.intake || terms['intake-status'].has(one.intake.split(',')[0]), `${one.key}: intake ${one.intake}`);
  must(!one.checked || /^\d+ days ago$/.test(one.checked), `${one.key}: checked ${one.checked}`);
  must(one.name && one.text && one.languages.length && one.pay.length && one.ways.length, `${one.key}: name, text, languages, pay or ways is missing`);
  must(!one.only.includes('men-only') || !one.only.includes('women-only'), `${one.key}: nobody may come`);
  must(zips.has(one.organization.zip) && COUNTIES.includes(zips.get(one.organization.zip).county), `${one.key}: place ${one.organization.place}`);
  must(/^\((916|530)\) 555-01\d\d$/.test(one.organization.phone ?? ''), `${one.key}: phone ${one.organization.phone}`);
}

function checkIds() {
  const services = metroServices();
  const ids = services.map(({ id }) => id);
  must(new Set(ids).size === ids.length, 'two services with one id');
  must(ids.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id)), 'an id that is no UUID');
  must(JSON.stringify(services) === JSON.stringify(metroServices()), 'two runs differ');
  must(!JSON.stringify(services).includes('null'), 'a null in HSDS');
  must(ids.join() === Object.keys(metroTruth()).join(), 'truth of other services');
  must(ids[0] === FIRST, `the first id is ${ids[0]}`);
  const digest = createHash('sha1').update([...ids].sort().join()).digest('hex');
  must(digest === ALL, `the digest of all ids is ${digest}`);
  must(idOf('service', 'a/b') !== idOf('location', 'a/b'), 'ids of two kinds of object meet');
}

const mainly = (one) => Object.entries(one.truth.needs).filter(([, weight]) => weight >= 2).map(([code]) => code);
const core = (taxonomy) => [...terms[taxonomy]].filter(([, term]) => term.core).map(([code]) => code);
/** Names a need that the service does not help with, and not the main one. */
const isWrong = ({ needs, truth }) => needs.length > 0 && needs.length < 5 && needs.some((code) => !truth.needs[code]) && !needs.some((code) => truth.needs[code] === 3);
const isMany = ({ needs, truth }) => needs.filter((code) => !truth.needs[code]).length >= 4;

function checkAmounts() {
  const needs = tally(all.map(mainly));
  for (const code of core('need')) must((needs.get(code) ?? 0) >= 4, `need ${code}: ${needs.get(code) ?? 0} services`);
  const kinds = tally(all.map(({ truth }) => Object.keys(truth.kinds)));
  for (const code of core('service-type')) must((kinds.get(code) ?? 0) >= 3, `kind ${code}: ${kinds.get(code) ?? 0} services`);
  const people = tally(all.map(({ truth }) => truth.people));
  for (const code of core('population')) must((people.get(code) ?? 0) >= 4, `population ${code}: ${people.get(code) ?? 0} services`);
  for (const taxonomy of ['eligibility-restriction', 'payment', 'delivery', 'feature']) {
    const found = tally(all.map((one) => one[LINE_OF[taxonomy]]));
    for (const code of core(taxonomy)) must((found.get(code) ?? 0) >= 3, `${taxonomy} ${code}: ${found.get(code) ?? 0} services`);
  }
  const spoken = tally(all.map(({ languages }) => languages));
  for (const code of ['en', 'es', 'vi', 'zh', 'ar', 'hmn', 'so', 'ase']) must((spoken.get(code) ?? 0) >= 4, `language ${code}`);
  must(all.length >= 420, `${all.length} services`);
  must(new Set(all.map(({ organization }) => organization.key)).size >= 160, 'too few organizations');
  must(new Set(all.map(({ text }) => text)).size === all.length, 'two services with one text');
}

function checkFaults() {
  const days = (one) => Number(/^\d+/.exec(one.checked ?? '')?.[0] ?? NaN);
  const placed = all.filter(({ ways }) => ways.some((way) => way === 'in-person' || way === 'home-visit'));
  within('without a need', share(({ needs }) => !needs.length), [0.1, 0.14]);
  within('claiming too many needs', share(isMany), [0.08, 0.12]);
  within('with a wrong need and not the main one', share(isWrong), [0.03, 0.07]);
  within('waiting lists', share(({ intake }) => intake?.startsWith('waitlist')), [0.13, 0.17]);
  within('paused', share(({ intake }) => intake === 'paused'), [0.03, 0.05]);
  within('closed', share(({ status }) => status), [0.02, 0.04]);
  within('not verified for a year', share((one) => days(one) > 365), [0.17, 0.23]);
  within('wheelchair access unknown', placed.filter(({ organization }) => !organization.wheelchair).length / placed.length, [0.42, 0.58]);
  within('without hours', share(({ hours }) => !hours), [0.28, 0.38]);
  within('without an area', share(({ area }) => !area), [0.02, 0.06]);
}

function print() {
  const line = (counts) => [...counts].sort(([, one], [, other]) => other - one).map(([code, many]) => `${code} ${many}`).join(', ');
  const lengths = all.map(({ text }) => text.split(/\s+/).length).sort((one, other) => one - other);
  const at = (part) => lengths[Math.floor((lengths.length - 1) * part)];
  console.log(`${all.length} services of ${new Set(all.map(({ organization }) => organization.key)).size} organizations; words of a text: ${[0, 0.25, 0.5, 0.75, 1].map(at).join(', ')} (least, quarters, most)`);
  console.log(`county of the organization: ${line(tally(all.map(({ organization }) => zips.get(organization.zip).county)))}`);
  console.log(`needs in truth (2 or 3): ${line(tally(all.map(mainly)))}`);
  for (const taxonomy of TAXONOMIES.filter((code) => LINE_OF[code])) console.log(`${taxonomy} as published: ${line(tally(all.map((one) => one[LINE_OF[taxonomy]])))}`);
  console.log(`kinds in truth: ${line(tally(all.map(({ truth }) => Object.keys(truth.kinds))))}`);
  console.log(`people in truth: ${line(tally(all.map(({ truth }) => truth.people)))}`);
  console.log(`languages: ${line(tally(all.map(({ languages }) => languages)))}`);
}

for (const one of all) checkCodes(one);
for (const one of all) checkFacts(one);
for (const check of [checkIds, checkAmounts, checkFaults]) check();
print();
for (const problem of problems) console.error(`wrong: ${problem}`);
process.exitCode = problems.length ? 1 : 0;
