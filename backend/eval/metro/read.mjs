// Reads the directory's text files and the reference data beside which they are understood.
import { readFileSync, readdirSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

const HERE = new URL('./', import.meta.url);
const REFERENCE = new URL('../../src/seed/reference/', HERE);

export const COUNTIES = ['Sacramento', 'Yolo', 'Placer', 'El Dorado', 'Sutter', 'Yuba'];
export const TAXONOMIES = ['need', 'service-type', 'population', 'eligibility-restriction', 'payment', 'delivery', 'intake-status', 'feature'];

/** The line of a record that holds the codes of a taxonomy. */
export const LINE_OF = { need: 'needs', 'service-type': 'kinds', population: 'people', 'eligibility-restriction': 'only', payment: 'pay', delivery: 'ways', feature: 'features' };

const words = (text) => (text ?? '').split(/\s+/).filter(Boolean);

/** Terms of the product's vocabulary: taxonomy to code to {name, definition, core}; core are those of its first version, whose needs and kinds the directory covers wholly. */
export function vocabulary() {
  return Object.fromEntries(
    TAXONOMIES.map((taxonomy) => {
      const lines = readFileSync(new URL(`vocabulary/${taxonomy}.txt`, REFERENCE), 'utf8').split('\n');
      const rows = lines.filter((line) => line && !line.startsWith('#')).map((line) => line.split('|'));
      return [taxonomy, new Map(rows.map(([code, name, , definition, , , , , since]) => [code.split('<')[0], { name, definition, core: since === '1' }]))];
    }),
  );
}

/** ZIP codes of California: zip to {town, county}. */
export function zipCodes() {
  const rows = gunzipSync(readFileSync(new URL('zips.txt.gz', REFERENCE))).toString('utf8').split('\n').map((line) => line.split('\t'));
  return new Map(rows.filter(([, , state]) => state === 'CA').map(([zip, town, , county]) => [zip, { town, county }]));
}

/** `grief 3, loneliness 1 / support-group 3 / older-adults` as {needs, kinds, people}. */
export function readTruth(line) {
  const [needs = '', kinds = '', people = ''] = line.split('/').map((part) => part.trim());
  const weighed = (part) => Object.fromEntries(part.split(',').map(words).filter(([code]) => code && code !== '-').map(([code, weight]) => [code, Number(weight)]));
  return { needs: weighed(needs), kinds: weighed(kinds), people: words(people).filter((code) => code !== '-') };
}

/** Lines `label: value` below a heading; a line that starts with two blanks goes on with the one before. */
function fields(lines) {
  const found = {};
  let last = '';
  for (const line of lines) {
    const [, label, value] = /^([a-z]+): ?(.*)$/.exec(line) ?? [];
    if (label) found[(last = label)] = value;
    else if (last) found[last] += `\n${line.trim()}`;
  }
  return found;
}

function record({ organization, slug, lines }) {
  const found = fields(lines);
  const codes = Object.fromEntries(Object.values(LINE_OF).map((label) => [label, words(found[label])]));
  return { ...found, ...codes, key: `${organization.key}/${slug}`, organization, languages: words(found.languages), truth: readTruth(found.truth ?? '') };
}

function house(heading, lines) {
  const [key, name] = heading.slice(3).split(' | ');
  const found = fields(lines);
  const [, street, zip, access] = /^(.*), (\d{5})(?:; wheelchair (yes|no))?$/.exec(found.place ?? '') ?? [];
  return { key, name, ...found, street, zip, wheelchair: access };
}

/** All records of all files, in the order of the files; each with its organization. */
export function records() {
  const files = readdirSync(HERE).filter((file) => file.endsWith('.txt')).sort();
  return files.flatMap((file) => {
    let organization;
    return readFileSync(new URL(file, HERE), 'utf8').split(/\n(?=== |-- )/).flatMap((block) => {
      const [heading, ...lines] = block.trim().split('\n');
      if (heading.startsWith('== ')) organization = { ...house(heading, lines), file };
      return heading.startsWith('-- ') ? [record({ organization, slug: heading.slice(3).trim(), lines })] : [];
    });
  });
}
