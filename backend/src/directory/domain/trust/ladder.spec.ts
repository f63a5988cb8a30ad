import fc from 'fast-check';
import { DAY } from './confidence.js';
import { afterDoubt, isMailed, leavesAt, mailOf, nextRung, RUNGS, type Asking, type Rung } from './ladder.js';

/** Day, counted from when a check is due, on which each rung is reached. */
function walk(asking: (day: number) => Asking): [Rung, number][] {
  const reached: [Rung, number][] = [];
  for (let rung: Rung = 'fresh', day: number | null = 0; day !== null; ) {
    const next = nextRung(rung, asking(day));
    reached.push([(rung = next), day]);
    const ends = leavesAt(next, new Date(day * DAY));
    day = ends && ends.getTime() / DAY;
  }
  return reached;
}

describe('the ladder of checking', () => {
  it('A10 asks on day 0, 7 and 21, calls on 28, says so on 42, and is out on 120', () => {
    expect(walk(() => 'reminded')).toEqual([['asked', 0], ['asked-again', 7], ['asked-last', 21], ['call', 28], ['unverified', 42], ['out', 120]]);
  });

  it('calls at once where nobody can be mailed', () => {
    expect(walk(() => 'nobody')).toEqual([['call', 0], ['unverified', 14], ['out', 92]]);
  });

  it('A10 asks once a year, and calls then, where no reminders are wanted', () => {
    expect(walk(() => 'once')).toEqual([['asked', 0], ['call', 7], ['unverified', 21], ['out', 99]]);
    expect(RUNGS.map(mailOf)).toEqual([0, 1, 2, 3, 0, 0, 0]);
  });

  it('calls when the address went meanwhile', () => {
    expect(walk((day) => (day < 7 ? 'reminded' : 'nobody'))).toEqual([['asked', 0], ['call', 7], ['unverified', 21], ['out', 99]]);
  });

  it.each<[Rung, number, Rung]>([
    ['fresh', 1, 'call'], ['asked', 1, 'call'], ['call', 1, 'call'], ['unverified', 1, 'unverified'], ['out', 1, 'out'],
    ['call', 2, 'unverified'], ['fresh', 2, 'unverified'], ['unverified', 3, 'out'], ['call', 5, 'out'],
  ])('from %s, after %d finding(s) that it is wrong: %s', (rung, doubts, then) => expect(afterDoubt(rung, doubts)).toBe(then));

  it('always ends, never climbs back by itself, and mails three times at most', () => {
    fc.assert(fc.property(fc.infiniteStream(fc.constantFrom<Asking>('nobody', 'once', 'reminded')), (stream) => {
      const rungs = walk(() => stream.next().value as Asking).map(([rung]) => rung);
      expect(rungs.map((rung) => RUNGS.indexOf(rung))).toEqual([...rungs.keys()].map((index) => RUNGS.indexOf(rungs[index] as Rung)).sort((a, b) => a - b));
      expect(rungs.at(-1)).toBe('out');
      expect(rungs.filter(isMailed).length).toBeLessThanOrEqual(3);
      expect(new Set(rungs).size).toBe(rungs.length);
    }));
  });
});
