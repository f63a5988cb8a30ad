import type { Tx } from '../platform/index.js';
import { linesOf, type OwnPhone } from './domain/own-facts.js';
import { ownHours } from './domain/own-hours.js';
import { languageNamed } from './domain/own-languages.js';
import { areaLines, type AreaLike } from './domain/place/area-line.js';
import type { ScheduleRule } from './domain/time/rule.js';
import { withhold } from './domain/withhold.js';
import { nameImportInHistory, type ImportFrom } from './history.js';
import { PARTS_OF, REMEMBER_IMPORTED } from './import-history.sql.js';
import type { BatchOutcome, DirectoryBatch } from './rows.js';

interface Parts {
  id: string;
  phones: OwnPhone[];
  hours: ScheduleRule[];
  languages: { code: string | null; name: string | null }[];
  documents: string[];
  areas: AreaLike[];
  costs: string[];
  terms: string[];
  places: string[];
  streets: string[];
}
type Words = Readonly<Record<string, string | null>>;

/** Lines told of one part; a listing with more says how many. */
const MOST_LINES = 40;
const LETTERS = 2000;

function text(all: readonly string[]): string | null {
  const lines = all.length > MOST_LINES ? [...all.slice(0, MOST_LINES), `and ${all.length - MOST_LINES} more`] : all;
  return lines.join('\n').slice(0, LETTERS) || null;
}

/** Each part in the words of the history that stewards and agencies write, too. What the card withholds is withheld here. */
function wordsOf({ phones, hours, languages, documents, areas, costs, terms, places, streets }: Parts): Words {
  const safe = (lines: readonly string[]): string[] => lines.map((line) => withhold(line, streets) ?? '');
  return {
    phones: text(safe(linesOf('phones', phones))),
    hours: text(safe(linesOf('hours', ownHours(hours)))),
    languages: text(linesOf('languages', languages.map(({ name, code }) => name ?? languageNamed(code ?? '')))),
    documents: text(safe(linesOf('documents', documents))),
    areas: text(areaLines(areas)),
    costs: text(costs),
    terms: text(terms),
    places: text(places),
  };
}

const changedAny = ({ counts }: BatchOutcome): boolean => Object.values(counts).some(({ added, changed, removed }) => added + changed + removed > 0);

/**
 * Writes what a batch changes of listings that were there before into their history: numbers, hours and all else that are rows of their
 * own. The columns of service and organization have a trigger. A listing that is new has no history, so that a first import writes none.
 */
export async function recordingImport(tx: Tx, from: ImportFrom, batch: DirectoryBatch, work: () => Promise<BatchOutcome>): Promise<BatchOutcome> {
  const ids = [batch.service.map(({ id }) => id), batch.location.map(({ id }) => id)];
  const before = await tx.prepared<Parts>(PARTS_OF, ids);
  await nameImportInHistory(tx, from);
  const outcome = await work();
  if (!before.length || !changedAny(outcome)) return outcome;
  const was = new Map(before.map((parts) => [parts.id, wordsOf(parts)]));
  const after = await tx.prepared<Parts>(PARTS_OF, [[...was.keys()], []]);
  const rows = after.flatMap((parts) => Object.entries(wordsOf(parts)).map(([field, is]) => ({ id: parts.id, field, before: was.get(parts.id)?.[field] ?? null, after: is })));
  const changed = rows.filter((row) => row.before !== row.after);
  if (changed.length) await tx.query(REMEMBER_IMPORTED, [JSON.stringify(changed), from.source, from.runId]);
  return outcome;
}
