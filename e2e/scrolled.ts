import type { Page } from '@playwright/test';

export interface Scrolled {
  /** Frames a second. */
  rate: number;
  /** Milliseconds of the slowest of twenty. */
  slow: number;
}

/** Frames a second, and how long the slowest of twenty takes, while the list is scrolled at 3,000 pixels a second. */
export const scrolled = (page: Page): Promise<Scrolled> => page.evaluate(() => new Promise((done) => {
  const list = document.querySelector('.rows') as HTMLElement;
  const times: number[] = [];
  const frame = (at: number): void => {
    times.push(at);
    const since = at - (times[0] ?? at);
    list.scrollTop = since * 3;
    if (since < 2_000) return void requestAnimationFrame(frame);
    const frames = times.slice(1).map((time, index) => time - (times[index] ?? 0)).sort((a, b) => a - b);
    done({ rate: (frames.length / since) * 1000, slow: frames[Math.floor(frames.length * 0.95)] ?? 0 });
  };
  requestAnimationFrame(frame);
}));
