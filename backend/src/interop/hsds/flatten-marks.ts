import { keptId, termId, vocabularyCode, type Change, type Link } from '../../directory/index.js';
import type { Run } from './flatten.js';
import type { Reading } from './reading.js';

/** The ways in which an attribute may name its term: the taxonomy's short field and the code, its name and the code, or an id. */
function namesOf(attribute: Reading): string[] {
  const term = attribute.one('taxonomy_term');
  const code = term?.code('code');
  const taxonomies = [term?.code('taxonomy'), term?.one('taxonomy_detail')?.code('name')];
  return [...taxonomies.map((taxonomy) => `${taxonomy ?? ''}/${code ?? ''}`), attribute.code('taxonomy_term_id') ?? '', term?.code('id') ?? ''];
}

/** Names that the product's own taxonomies go by, by the terms of a run. */
const OWN = new WeakMap<Run['terms'], Set<string>>();
function ownNames(terms: Run['terms']): Set<string> {
  const names = OWN.get(terms) ?? new Set([...terms.keys()].map((name) => name.slice(0, Math.max(0, name.lastIndexOf('/')))));
  OWN.set(terms, names);
  return names;
}

const taxonomyOf = (term: Reading): string => term.one('taxonomy_detail')?.code('name') ?? term.code('taxonomy') ?? '';

/** A term of another vocabulary as it is kept with a service: the vocabulary's code and the term's. Undefined for one of ours, and where something is missing. */
export function foreignTerm(attribute: Reading, run: Run): string | undefined {
  const term = attribute.one('taxonomy_term');
  if (!term) return undefined;
  const taxonomy = taxonomyOf(term);
  const code = term.code('code') ?? term.code('id');
  const vocabulary = vocabularyCode(taxonomy);
  return code && vocabulary && !ownNames(run.terms).has(taxonomy) ? `${vocabulary}/${code}` : undefined;
}

/** The known term of an attribute, as `taxonomy/code`. */
export function termOf(attribute: Reading, run: Run): string | undefined {
  const names = namesOf(attribute);
  const known = names.map((name) => run.terms.get(name)).find(Boolean);
  if (!known) attribute.refused('taxonomy_term', 'term-unknown', `${names[0]} is not in the vocabulary.`);
  return known;
}

/** The id of a term that is written `taxonomy/code`. */
export function idOfTerm(known: string): string {
  const [taxonomy = '', code = ''] = known.split('/');
  return termId(taxonomy, code);
}

/** Terms and history that the source hung on an object, to be kept on its row. `of` makes ids for those without one. */
export function marks(one: Reading, of: string, run: Run): { attributes: Link[] | null; metadata: Change[] | null } {
  const attributes = one.list('attributes').flatMap((attribute, index): Link[] => {
    const known = termOf(attribute, run);
    if (!known) return [];
    const id = keptId(run.source, 'attribute', attribute.code('id') ?? `${of}/${index}`);
    return [{ id, taxonomy_term_id: idOfTerm(known), link_type: attribute.code('link_type'), value: attribute.text('value'), label: attribute.text('label'), metadata: history(attribute, `attribute/${id}`, run) }];
  });
  return { attributes: attributes.length ? attributes : null, metadata: history(one, of, run) };
}

const TOLD = ['last_action_date', 'last_action_type', 'field_name', 'previous_value', 'replacement_value', 'updated_by'] as const;

/** HSDS wants every member of a change, be it empty; without date or field it tells nothing. */
export function history(one: Reading, of: string, run: Run): Change[] | null {
  const changes = one.list('metadata').flatMap((change, index): Change[] => {
    const told = Object.fromEntries(TOLD.map((member) => [member, change.text(member) ?? ''])) as Record<(typeof TOLD)[number], string>;
    if (told.last_action_date && told.field_name) return [{ id: keptId(run.source, 'metadata', change.code('id') ?? `${of}/${index}`), ...told }];
    change.refused('field_name', 'change-incomplete', 'A change needs its date and the field that changed.');
    return [];
  });
  return changes.length ? changes : null;
}
