/** Short names forgive one slip, longer ones two. */
const allowed = (name: string): number => (name.length < 4 ? 0 : name.length < 7 ? 1 : 2);

const pairsOf = (name: string): Set<string> => {
  const padded = ` ${name} `;
  return new Set(Array.from({ length: padded.length - 1 }, (_, at) => padded.slice(at, at + 2)));
};

/** The rows that the next one is computed from, and the one that is being filled. */
type Rows = [two: number[], one: number[], row: number[]];

/**
 * Slips between two names: a letter too many, too few, another one, or two neighbours that changed places (optimal string alignment distance).
 * Counts no further than `most`: more is `most + 1`.
 */
export function slips(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let rows: Rows = [[], Array.from({ length: b.length + 1 }, (_, at) => at), []];
  for (let i = 1; i <= a.length; i++) {
    const least = fill(rows, a, b, i);
    if (least > most) return most + 1;
    rows = [rows[1], rows[2], rows[0]];
  }
  return Math.min(rows[1][b.length] ?? 0, most + 1);
}

const at = (row: readonly number[], place: number): number => row[place] ?? 0;

/** Fills the row of letter `i` and gives its least number. */
function fill([two, one, row]: Rows, a: string, b: string, i: number): number {
  row[0] = i;
  let least = i;
  const [letter, before] = [a[i - 1], a[i - 2]];
  for (let j = 1; j <= b.length; j++) {
    let here = Math.min(at(one, j) + 1, at(row, j - 1) + 1, at(one, j - 1) + (letter === b[j - 1] ? 0 : 1));
    if (i > 1 && j > 1 && letter === b[j - 2] && before === b[j - 1]) here = Math.min(here, at(two, j - 2) + 1);
    row[j] = here;
    least = Math.min(least, here);
  }
  return least;
}

/** Names that come near a misspelt one: those that share enough pairs of letters are compared letter by letter. */
export class NearNames {
  private readonly byPair = new Map<string, number[]>();

  constructor(private readonly names: readonly string[]) {
    names.forEach((name, id) => {
      for (const pair of pairsOf(name)) {
        const ids = this.byPair.get(pair);
        if (ids) ids.push(id);
        else this.byPair.set(pair, [id]);
      }
    });
  }

  /** Names one slip away, then those two away, each computed when it is asked for. A name itself is not near itself. */
  *of(name: string): Generator<string[]> {
    for (let away = 1; away <= allowed(name); away++) yield this.sharing(name, away).filter((one) => slips(name, one, away) === away);
  }

  /** One slip spoils at most three pairs. */
  private sharing(name: string, away: number): string[] {
    const pairs = pairsOf(name);
    const counts = new Uint8Array(this.names.length);
    for (const pair of pairs) for (const id of this.byPair.get(pair) ?? []) counts[id] = (counts[id] ?? 0) + 1;
    const enough = Math.max(1, pairs.size - 3 * away);
    return this.names.filter((one, id) => (counts[id] ?? 0) >= enough && Math.abs(one.length - name.length) <= away);
  }
}
