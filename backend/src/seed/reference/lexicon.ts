import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stableId, type TaxonomySeed } from '../../directory/index.js';
import type { LexiconSeed } from '../../matching/index.js';
import { linesOf } from './vocabulary-lines.js';

/** Raise it with any change of `lexicon/`, and of the vocabulary's phrasings: a database takes up a newer version only. */
export const LEXICON_VERSION = '6';

const FOLDER = join(__dirname, 'lexicon');
const lines = (file: string): string[] => linesOf(readFileSync(join(FOLDER, file), 'utf8'));
/** How strongly a phrasing of the vocabulary points to its term. */
const PHRASING = 0.9;
const PHRASED = ['need', 'service-type', 'population'];

type Phrase = LexiconSeed['phrases'][number];
const phrase = (said: Omit<Phrase, 'id'>): Phrase => ({ id: stableId('lexicon', 'phrase', `${said.language}/${said.gives}/${said.pattern}`), ...said });

/** `taxonomy/code weight | pattern; pattern`; a + behind the code: beside what its words say alone; a - for the code: it gives nothing. */
function readLine(line: string, spoken: string | null): Phrase[] {
  const [head = '', ...rest] = line.split('|');
  const words = head.trim().split(' ');
  const language = spoken ?? words.shift() ?? '*';
  const [written = '', weight] = words;
  const term = written === '-' ? '' : written;
  const beside = term.endsWith('+');
  return list(rest.join('|')).map((pattern) => phrase({ language, pattern, gives: beside ? term.slice(0, -1) : term, weight: Number(weight), beside }));
}

const list = (text: string): string[] => text.split(';').map((one) => one.trim()).filter(Boolean);
/** Signs of a sentence are none of a pattern. */
const plain = (text: string): string => text.replace(/[.,!?¿¡()/*]/g, ' ').trim();

function phrasings(taxonomies: readonly TaxonomySeed[]): Phrase[] {
  return taxonomies.filter(({ code }) => PHRASED.includes(code)).flatMap(({ code: taxonomy, terms }) => terms.filter(({ retiredIn }) => !retiredIn).flatMap(({ code, phrasesEn, phrasesEs }) => [
    ...phrasesEn.map((said) => phrase({ language: 'en', pattern: plain(said), gives: `${taxonomy}/${code}`, weight: PHRASING, beside: false })),
    ...phrasesEs.map((said) => phrase({ language: 'es', pattern: plain(said), gives: `${taxonomy}/${code}`, weight: PHRASING, beside: false })),
  ]));
}

const EXAMPLES = join(__dirname, 'examples');
type Example = LexiconSeed['examples'][number];
const example = (about: Example['about'], codes: readonly string[], text: string): Example => ({ id: stableId('lexicon', 'example', `${about}/${text}`), about, codes, text });

/** `codes | text` */
function examplesIn(file: string, about: 'need' | 'crisis'): LexiconSeed['examples'] {
  return linesOf(readFileSync(join(EXAMPLES, file), 'utf8')).map((line) => {
    const at = line.indexOf('|');
    const text = line.slice(at + 1).trim();
    return example(about, line.slice(0, at).trim().split(/\s+/), text);
  });
}

const onceEach = <T extends { id: string }>(all: readonly T[]): T[] => [...new Map(all.map((one) => [one.id, one])).values()];

const CRISIS_LINES = ['crisis.txt', 'crisis-2.txt'];
const NEED_LINES = ['needs-en.txt', 'needs-es.txt', 'messages-en.txt', 'messages-en-2.txt', 'messages-3.txt', 'messages-4.txt', 'messages-5.txt', 'messages-6.txt', 'messages-7.txt', 'messages-8.txt', 'messages-9.txt', 'messages-es.txt', 'daily.txt', 'nothing.txt'];
/** Needs of which urgent lines speak, too: a line of theirs is not taken for an ordinary one. */
const HEAVY = ['suicidality', 'self-harm', 'domestic-violence', 'psychosis', 'opioids', 'suicide-loss', 'depression', 'hospital-discharge', 'sexual-trauma', 'safety'];
/** One ordinary request of so many is a line that sounds like nothing urgent: most requests are. */
const ORDINARY = 16;
function ordinary(lines: LexiconSeed['examples']): LexiconSeed['examples'] {
  const light = lines.filter(({ codes }) => !codes.some((code) => HEAVY.includes(code)));
  return light.filter(({ codes: [code] }, at) => code === 'nothing' || at % ORDINARY === 0).map(({ text }) => example('crisis', ['none'], text));
}

/** What people say of a need by the vocabulary is an example of it. */
const phrasingLines = (taxonomies: readonly TaxonomySeed[]): LexiconSeed['examples'] =>
  needsOf(taxonomies).filter(({ retiredIn }) => !retiredIn).flatMap(({ code, phrasesEn, phrasesEs }) => [...phrasesEn, ...phrasesEs].map((text) => example('need', [code], text)));
const needsOf = (taxonomies: readonly TaxonomySeed[]): TaxonomySeed['terms'] => taxonomies.find(({ code }) => code === 'need')?.terms ?? [];

/** Of a need that is part of a broader one too few lines are known: its lines teach the broadest, and the lexicon tells them apart. */
function broadest(lines: LexiconSeed['examples'], taxonomies: readonly TaxonomySeed[]): LexiconSeed['examples'] {
  const parents = new Map(needsOf(taxonomies).map(({ code, parent }) => [code, parent]));
  const of = (code: string): string => {
    const above = parents.get(code);
    return above && !KNOWN_WELL.includes(code) ? of(above) : code;
  };
  return lines.map((line) => ({ ...line, codes: [...new Set(line.codes.map(of))] }));
}
/** Parts of a broader need of which there are as many lines as of any. */
const KNOWN_WELL = ['sexual-trauma', 'suicide-loss', 'pregnancy-loss'];

/** The product's example lines, each once, in the order in which a database gives them. */
export function readExamples(taxonomies: readonly TaxonomySeed[]): LexiconSeed['examples'] {
  const needs = broadest([...NEED_LINES.flatMap((file) => examplesIn(file, 'need')), ...phrasingLines(taxonomies)], taxonomies);
  const urgent = CRISIS_LINES.flatMap((file) => examplesIn(file, 'crisis'));
  return onceEach([...needs, ...ordinary(needs), ...urgent]).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** `whom | tier | needs | sentence`, a - for none. */
function readSentence(line: string): LexiconSeed['sentences'][number] {
  const [whom = '', tier = '', needs = '', ...said] = line.split('|').map((cell) => cell.trim());
  const text = said.join('|');
  return { id: stableId('lexicon', 'sentence', text), text, whom: whom === 'self' || whom === 'other' ? whom : null, needs: needs === '-' ? [] : needs.split(' '), tier: TIERS.find((each) => each === tier) ?? 'none' };
}
const TIERS = ['hard', 'soft', 'none'] as const;

/** Sentences that show what a change of the lexicon mends or breaks. */
export const readSentences = (): LexiconSeed['sentences'] => linesOf(readFileSync(join(__dirname, 'sentences.txt'), 'utf8')).map(readSentence);

/** The product's lexicon: its own files, and what people say by the vocabulary. Each line once. */
export function readLexicon(taxonomies: readonly TaxonomySeed[]): LexiconSeed {
  const written = [...lines('en.txt').flatMap((line) => readLine(line, 'en')), ...lines('es.txt').flatMap((line) => readLine(line, 'es')), ...['other.txt', 'crisis.txt'].flatMap((file) => lines(file).flatMap((line) => readLine(line, null))), ...phrasings(taxonomies)];
  const groups = Object.fromEntries(lines('groups.txt').map((line) => line.split('|')).map(([name = '', words = '']) => [name, words.split(' ')]));
  return { version: LEXICON_VERSION, phrases: onceEach(written), examples: readExamples(taxonomies), groups, sentences: readSentences() };
}
