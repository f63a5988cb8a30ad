/** Grades of a ranking, best first: 0 of no use, 3 what was asked for. */
export type Grades = readonly number[];

const gain = (grade: number, place: number): number => (2 ** grade - 1) / Math.log2(place + 2);
const dcg = (grades: Grades): number => grades.slice(0, 10).reduce((sum, grade, place) => sum + gain(grade, place), 0);

/** nDCG@10 against the best order of all grades there are; 1 where nothing could have been found. */
export function ndcg(ranked: Grades, all: Grades): number {
  const best = dcg([...all].sort((a, b) => b - a));
  return best ? dcg(ranked) / best : 1;
}

/** Share of the first five graded 2 or better. */
export const precisionAt5 = (ranked: Grades): number => ranked.slice(0, 5).filter((grade) => grade >= 2).length / 5;

/** One divided by the place of the first that is graded 2 or better. */
export function reciprocalRank(ranked: Grades): number {
  const place = ranked.findIndex((grade) => grade >= 2);
  return place < 0 ? 0 : 1 / (place + 1);
}

/** Share of everything graded 2 or better that stands among the first fifty. */
export function recallAt50(ranked: Grades, all: Grades): number {
  const there = all.filter((grade) => grade >= 2).length;
  return there ? ranked.slice(0, 50).filter((grade) => grade >= 2).length / Math.min(50, there) : 1;
}

export const mean = (values: readonly number[]): number => (values.length ? values.reduce((sum, value) => sum + value, 0) / values.length : 0);

/** A half-width of the mean's 95 % interval. */
export function halfWidth(values: readonly number[]): number {
  const middle = mean(values);
  const variance = mean(values.map((value) => (value - middle) ** 2));
  return values.length > 1 ? 1.96 * Math.sqrt(variance / (values.length - 1)) : 0;
}
