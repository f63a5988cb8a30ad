import type { CrosswalkSeed, TaxonomySeed, TermSeed } from '../../directory/index.js';

/** Vocabularies that the crosswalk knows, by the letter before a code. */
export const ELSEWHERE: Readonly<Record<string, string>> = { o: 'open-eligibility', s: 'samhsa-services', g: 'gravity-sdoh' };
const RELATIONS: Readonly<Record<string, CrosswalkSeed['relation']>> = { '>': 'broader', '<': 'narrower' };

/** Lines that say something: comments begin with #. */
export const linesOf = (text: string): string[] => text.split('\n').filter((line) => line && !line.startsWith('#'));

const list = (text: string): string[] => text.split(';').map((one) => one.trim()).filter(Boolean);

/** `o1121`, or with > where ours is broader than it and < where it is narrower. */
function readFact(written: string): CrosswalkSeed {
  const relation = RELATIONS[written.at(-1) ?? ''];
  const vocabulary = ELSEWHERE[written[0] ?? ''];
  if (!vocabulary) throw new Error(`${written} names no vocabulary.`);
  return { vocabulary, code: written.slice(1, relation ? -1 : undefined), relation: relation ?? 'exact' };
}

type Cells = [key: string, name: string, nameEs: string, description: string, descriptionEs: string, english: string, spanish: string, elsewhere: string, life: string, near: string];
const cellsOf = (line: string): Cells => Array.from({ length: 10 }, (_, at) => line.split('|')[at] ?? '') as Cells;

/** `code|name|nombre|description|descripción` */
export function readTaxonomy(line: string): Omit<TaxonomySeed, 'terms' | 'version'> {
  const [code, name, nameEs, description, descriptionEs] = cellsOf(line);
  return { code, name, nameEs, description, descriptionEs };
}

/** `code<parent|name|nombre|definition|definición|phrasings|frases|codes elsewhere|since-retired in>replaced by|near` */
export function readTerm(line: string): TermSeed {
  const [key, name, nameEs, description, descriptionEs, english, spanish, elsewhere, life, near] = cellsOf(line);
  const texts = { name, nameEs, description, descriptionEs, phrasesEn: list(english), phrasesEs: list(spanish), near: near.split(' ').filter(Boolean) };
  return { ...readKey(key), ...texts, ...readLife(life), crosswalk: elsewhere.split(' ').filter(Boolean).map(readFact) };
}

function readKey(key: string): Pick<TermSeed, 'code' | 'parent'> {
  const [code = '', parent = null] = key.split('<');
  return { code, parent };
}

function readLife(life: string): Pick<TermSeed, 'since' | 'retiredIn' | 'replacedBy'> {
  const [since = '', over = ''] = life.split('-');
  const [retiredIn = '', replacedBy = null] = over.split('>');
  return { since, retiredIn: retiredIn || null, replacedBy };
}
