// Checks the development set: codes against the vocabulary, places against the ZIP table, pairs, answers, and the counts that README.md states.
// node backend/eval/check.mjs prints the counts and ends with 1 if anything is wrong.
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

const here = (name) => new URL(name, import.meta.url);
const text = (name) => readFileSync(here(name), 'utf8');
const json = (name) => JSON.parse(text(name));
const REFERENCE = '../src/seed/reference/';

/** Codes of one vocabulary file: the first cell, before `<` and its parent. */
const codes = (name) =>
  new Set(
    text(`${REFERENCE}vocabulary/${name}.txt`)
      .split('\n')
      .filter((line) => line && !line.startsWith('#'))
      .map((line) => line.split('|')[0].split('<')[0].trim()),
  );
const VOCABULARY = { needs: codes('need'), kinds: codes('service-type'), populations: codes('population') };

const COUNTIES = ['Sacramento', 'Yolo', 'Placer', 'El Dorado', 'Sutter', 'Yuba'];
const RURAL = ['El Dorado', 'Sutter', 'Yuba'];
/** ZIP code -> county, for the region of the set. */
const zips = new Map(
  gunzipSync(readFileSync(here(`${REFERENCE}zips.txt.gz`)))
    .toString('utf8')
    .split('\n')
    .map((line) => line.split('\t'))
    .filter(([, , state, county]) => state === 'CA' && COUNTIES.includes(county))
    .map(([zip, , , county]) => [zip, county]),
);

const GROUPS = ['family', 'veterans', 'students', 'new-mothers', 'after-hospital', 'peer-seekers', 'uninsured', 'deaf', 'wheelchair', 'rural', 'evenings', 'substance-use', 'eating-disorder', 'grief', 'domestic-violence', 'lgbtq-youth', 'one-word', 'misspelt', 'furious', 'indirect', 'several-needs'];
const WITHIN = ['suicide-loss'];
const CHOICES = {
  for: ['self', 'child', 'partner', 'parent', 'other_family', 'friend', 'client'],
  language: ['en', 'es', 'vi', 'zh', 'ar', 'hmn', 'so', 'ase'],
  language_required: [true, false],
  payment: ['medicaid', 'medicare', 'private', 'tricare', 'va', 'uninsured', 'self_pay', 'unknown'],
  payment_required: [true, false],
  format: ['in_person', 'virtual', 'either'],
  peer_preference: ['yes', 'no', 'no_preference'],
  veteran: ['yes', 'no', null],
  lgbtq: ['yes', 'no', null],
  urgency: ['today', 'this_week', 'few_weeks', 'no_rush'],
  transport: ['car', 'transit', 'none', null],
};
const LISTS = { accessibility: ['wheelchair', 'asl', 'low_vision'], times: ['weekday_daytime', 'weekday_evening', 'weekend'] };
const TIERS = ['hard', 'soft', 'none'];
const LEAST = { inquiries: 150, en: 100, es: 40, others: 10, pairs: 20, group: 12, lines: 330, tier: 105 };

const problems = [];
const must = (good, where, what) => void (good || problems.push(`${where}: ${what}`));
const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
const language = (id) => /(?:^|-)(en|es|vi|zh|ar|hmn|so)-\d{3}$/.exec(id)?.[1];
const tally = (values) => values.reduce((counts, value) => counts.set(value, (counts.get(value) ?? 0) + 1), new Map());
const words = (line) => line.trim().split(/\s+/).length;

function unique(rows, file) {
  for (const key of ['id', 'text']) for (const [value, count] of tally(rows.map((row) => row[key]))) must(count === 1, file, `${key} twice: ${value}`);
  for (const { id, text: line } of rows) {
    must(language(id), id, 'no language in the id');
    must(line?.trim() === line && line.length > 0, id, 'empty or untrimmed text');
    must(!/\d{3}[-. ]?\d{3}[-. ]?\d{4}|\b555\b|\S@\S/.test(line), id, 'looks like a number or an address of somebody');
  }
}

function answers({ id, answers: given }) {
  const { zip, age, ...others } = given;
  must(zips.has(zip), id, `ZIP ${zip} is not of the region`);
  must(age === null || (Number.isInteger(age) && age > 0 && age < 110), id, `age ${age}`);
  for (const [name, allowed] of Object.entries(CHOICES)) must(allowed.includes(others[name]), id, `${name}: ${others[name]}`);
  for (const [name, allowed] of Object.entries(LISTS)) must(Array.isArray(others[name]) && others[name].every((value) => allowed.includes(value)), id, `${name}: ${others[name]}`);
  must(same(Object.keys(others).sort(), [...Object.keys(CHOICES), ...Object.keys(LISTS)].sort()), id, 'answers of other names');
}

function truth({ id, truth: said }) {
  for (const name of ['needs', 'kinds'])
    for (const [code, weight] of Object.entries(said[name])) {
      must(VOCABULARY[name].has(code), id, `no such code in ${name}: ${code}`);
      must([1, 2, 3].includes(weight), id, `weight of ${code}: ${weight}`);
    }
  for (const code of said.populations) must(VOCABULARY.populations.has(code), id, `no such population: ${code}`);
  for (const group of said.groups) must([...GROUPS, ...WITHIN].includes(group), id, `no such group: ${group}`);
  must(Object.keys(said.needs).length + Object.keys(said.kinds).length > 0, id, 'nothing is true of it');
  must(Object.keys(said.needs).length === 0 || Object.values(said.needs).includes(3), id, 'no main need');
}

/** Populations that follow from the answers, by id of the population. */
const FOLLOWS = {
  youth: ({ age }) => age !== null && age < 18,
  'young-adults': ({ age }) => age !== null && age >= 18 && age <= 25,
  'older-adults': ({ age }) => age >= 65,
  veterans: ({ veteran }) => veteran === 'yes',
  lgbtq: ({ lgbtq }) => lgbtq === 'yes',
  deaf: ({ accessibility }) => accessibility.includes('asl'),
  disabilities: ({ accessibility }) => accessibility.includes('wheelchair'),
  latino: ({ language: code }) => code === 'es',
  asian: ({ language: code }) => ['vi', 'zh', 'hmn'].includes(code),
};
function populations({ id, answers: given, truth: said }) {
  for (const [code, follows] of Object.entries(FOLLOWS)) must(!follows(given) || said.populations.includes(code), id, `the answers say ${code}, the truth does not`);
}

/** What a group claims must be so in the answers. */
function groups({ id, text: line, answers: given, truth: said }) {
  const is = (group) => said.groups.includes(group);
  must(is('rural') === RURAL.includes(zips.get(given.zip)), id, 'rural and its county disagree');
  must(is('uninsured') === (given.payment === 'uninsured'), id, 'uninsured and payment disagree');
  must(is('wheelchair') === given.accessibility.includes('wheelchair'), id, 'wheelchair and accessibility disagree');
  must(is('evenings') === given.times.includes('weekday_evening'), id, 'evenings and times disagree');
  must(is('one-word') === (words(line) === 1 && !/\p{Script=Han}/u.test(line)), id, 'one-word and the text disagree');
  must(!is('suicide-loss') || is('grief'), id, 'suicide-loss without grief');
  must(!is('several-needs') || Object.values(said.needs).filter((weight) => weight > 1).length > 1, id, 'several-needs with one');
}

function pair(inquiry, all) {
  if (inquiry.truth.twin === null) return;
  const other = all.get(inquiry.truth.twin);
  must(other?.truth.twin === inquiry.id, inquiry.id, 'its twin does not point back');
  must(other && same([language(inquiry.id), language(other.id)].sort(), ['en', 'es']), inquiry.id, 'a pair is one English and one Spanish');
  const asked = (one) => ({ ...one.answers, language: null });
  must(other && same(asked(inquiry), asked(other)), inquiry.id, 'twins answer differently');
  const said = (one) => ({ ...one.truth, twin: null, populations: one.truth.populations.filter((code) => code !== 'latino') });
  must(other && same(said(inquiry), said(other)), inquiry.id, 'twins differ in truth');
}

const inquiries = json('inquiries.json');
const lines = json('crisis-lines.json');
const byId = new Map(inquiries.map((inquiry) => [inquiry.id, inquiry]));
unique(inquiries, 'inquiries.json');
unique(lines, 'crisis-lines.json');
for (const inquiry of inquiries) {
  for (const check of [answers, truth, populations, groups]) check(inquiry);
  pair(inquiry, byId);
}
for (const { id, tier, why } of lines) must(TIERS.includes(tier) && id.startsWith(`${tier}-`) && why?.length > 2, id, 'tier or reason');

const languages = tally(inquiries.map(({ id }) => language(id)));
const grouped = tally(inquiries.flatMap((inquiry) => inquiry.truth.groups));
const tiers = tally(lines.map((line) => line.tier));
const tierLanguages = tally(lines.map((line) => `${line.tier} ${language(line.id)}`));
const others = inquiries.length - languages.get('en') - languages.get('es');
const pairs = inquiries.filter((inquiry) => inquiry.truth.twin !== null).length / 2;
const spanish = lines.filter((line) => language(line.id) === 'es').length;

must(inquiries.length >= LEAST.inquiries, 'inquiries.json', 'too few');
must(languages.get('en') >= LEAST.en && languages.get('es') >= LEAST.es && others >= LEAST.others, 'inquiries.json', 'too few of a language');
must(pairs >= LEAST.pairs, 'inquiries.json', 'too few pairs');
for (const group of GROUPS) must((grouped.get(group) ?? 0) >= LEAST.group, 'inquiries.json', `too few of ${group}`);
must(lines.length >= LEAST.lines && TIERS.every((tier) => tiers.get(tier) >= LEAST.tier), 'crisis-lines.json', 'too few');
must(spanish / lines.length >= 0.25, 'crisis-lines.json', 'less than a quarter is Spanish');

const counts = [
  ['inquiries', inquiries.length],
  ...[...languages].map(([code, count]) => [`inquiries in ${code}`, count]),
  ['pairs', pairs],
  ...[...GROUPS, ...WITHIN].map((group) => [group, grouped.get(group) ?? 0]),
  ['crisis lines', lines.length],
  ...TIERS.map((tier) => [`${tier} (English, Spanish, other)`, [tiers.get(tier), ...['en', 'es'].map((code) => tierLanguages.get(`${tier} ${code}`) ?? 0)]]).map(([name, [all, en, es]]) => [name, `${all} (${en}, ${es}, ${all - en - es})`]),
];
const readme = text('README.md');
for (const [name, count] of counts) {
  console.log(`${String(count).padStart(18)}  ${name}`);
  must(readme.includes(`| ${name} | ${count} |`), 'README.md', `does not say: | ${name} | ${count} |`);
}
for (const problem of problems) console.error(problem);
console.log(problems.length ? `${problems.length} problems` : 'All of it holds.');
process.exitCode = problems.length ? 1 : 0;
