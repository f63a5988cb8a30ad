/** A term as the table of the same vocabulary has it, and the line of the file where it begins. */
export interface XmlTerm {
  id: string;
  title: string;
  parent_id: string;
  description: string;
  line: number;
}

const TAG = /<(\/?)([a-z_]+)((?:\s+[a-z_]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/gi;
const LEVEL = /^(?:top|second|third|fourth|fifth)_level$/;
const attribute = (written: string, name: string): string => {
  const found = new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'i').exec(written);
  return unescaped(found?.[1] ?? found?.[2] ?? '');
};
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const unescaped = (text: string): string => text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ENTITIES[name] ?? '');

/**
 * Open Eligibility as its authors publish it: levels within levels. Only its own tags are read; entities that a file declares are
 * never resolved, and nothing is fetched. (Its declaration says XML 2.0, which no strict parser takes.)
 */
export function openEligibilityTerms(text: string): XmlTerm[] {
  const terms: XmlTerm[] = [];
  const above: string[] = [];
  let line = 1;
  let at = 0;
  for (const { closing, written, empty, index } of levelsIn(text)) {
    line += text.slice(at, index).split('\n').length - 1;
    at = index;
    if (closing) above.pop();
    else {
      const id = attribute(written, 'id');
      terms.push({ id, title: attribute(written, 'title'), parent_id: above.at(-1) ?? '', description: descriptionOf(text, id), line });
      if (!empty) above.push(id);
    }
  }
  return terms;
}

interface Tag {
  closing: boolean;
  /** Its attributes. */
  written: string;
  empty: boolean;
  index: number;
}

const levelsIn = (text: string): Tag[] =>
  [...text.matchAll(TAG)].filter(({ 2: name = '' }) => LEVEL.test(name)).map(({ 1: closing, 3: written = '', 4: empty, index }) => ({ closing: closing === '/', written, empty: empty === '/', index }));

/** The sentence that a head has in the front of the file. */
function descriptionOf(text: string, id: string): string {
  if (!/^\d+$/.test(id)) return '';
  return unescaped(new RegExp(`<category\\s+id="${id}"[^>]*>([^<]*)</category>`).exec(text)?.[1]?.trim() ?? '');
}
