import { createHash } from 'node:crypto';

/** The namespace of every id the directory makes from a name. Never change it: a second import would no longer meet the first. */
export const DIRECTORY_NAMESPACE = '6f1c2a52-9d0b-5a55-8f0e-3f5b7c1f9e21';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
export const isUuid = (text: unknown): text is string => typeof text === 'string' && UUID.test(text);

/** RFC 9562 section 5.5: UUID version 5, SHA-1 over the namespace's 16 bytes and the name in UTF-8. */
export function uuidv5(namespace: string, name: string): string {
  const bytes = createHash('sha1')
    .update(Buffer.from(namespace.replaceAll('-', ''), 'hex'))
    .update(name, 'utf8')
    .digest()
    .subarray(0, 16);
  bytes[6] = 0x50 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** The HSDS id of a source's own row: the same source, table and id give the same UUID for ever (directory.md, pitfall 3). */
export const stableId = (source: string, table: string, sourceId: string): string => uuidv5(DIRECTORY_NAMESPACE, JSON.stringify([source, table, sourceId]));

/** A UUID of the source survives, in lower case; anything else becomes a stable one. */
export const keptId = (source: string, table: string, sourceId: string): string => (isUuid(sourceId) ? sourceId.toLowerCase() : stableId(source, table, sourceId));

/** Ids of the product's own vocabulary: the same in every install. */
export const taxonomyId = (taxonomy: string): string => stableId('vocabulary', 'taxonomy', taxonomy);
export function termId(taxonomy: string, code: string): string {
  const name = `${taxonomy}/${code}`;
  const id = TERM_IDS.get(name) ?? stableId('vocabulary', 'taxonomy_term', name);
  if (TERM_IDS.size < MOST_TERMS) TERM_IDS.set(name, id);
  return id;
}
/** Some hundreds of terms are named by each of many thousand listings. */
const TERM_IDS = new Map<string, string>();
const MOST_TERMS = 10_000;
