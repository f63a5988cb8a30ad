import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { ownDesk } from '../desk-server.js';
import { DeskApp } from '../pages/desk-app.js';
import { scrolled, type Scrolled } from '../scrolled.js';
import { recycledRows } from './recycled-rows.js';

const ROWS = Number(process.env['ROWS'] ?? 10_000);
/** Changes a second that arrive while somebody scrolls. */
const CHANGES = 50;
const OPEN = readFileSync(join(import.meta.dirname, '..', '..', 'backend', 'bench', 'open-inquiries.sql'), 'utf8');
const server = ownDesk();

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
/** Milliseconds from asking for the page to its first row on the screen, with the scripts cached; the median of five. */
async function firstRow(page: Page): Promise<number> {
  const times: number[] = [];
  for (let n = 0; n < 6; n++) {
    await page.reload();
    await page.waitForFunction(() => 'firstRow' in globalThis);
    times.push(await page.evaluate(() => (globalThis as unknown as { firstRow: number }).firstRow));
  }
  return median(times.slice(1));
}

const told = ({ rate, slow }: Scrolled): string => `${rate.toFixed(1)} frames a second, slowest of twenty ${slow.toFixed(1)} ms`;
const best = (all: readonly Scrolled[]): Scrolled => all.reduce((one, other) => (other.rate > one.rate ? other : one));

test(`8 the queue with ${ROWS} rows beside rows recycled by hand`, async ({ page, context }) => {
  const floor = await recycledRows(ROWS);
  await server.sql(OPEN.replace('$3::uuid', `(select id from people.account where name = 'Ruth Adler')`).replace('$1::int', String(ROWS)).replaceAll('$2', String(ROWS)));
  await server.sql('analyze');
  for (const one of [page, await context.newPage()]) await one.addInitScript(() => {
    new MutationObserver((_, watching) => {
      if (!document.querySelector('li[aria-posinset]')) return;
      watching.disconnect();
      requestAnimationFrame(() => setTimeout(() => ((globalThis as unknown as { firstRow: number }).firstRow = performance.now())));
    }).observe(document, { childList: true, subtree: true });
  });
  const bare = context.pages()[1] as Page;
  await bare.goto(floor.url);
  const ruth = new DeskApp(page, server.url);
  await ruth.signIn('Ruth Adler');
  await ruth.open('/inquiries');
  const [mine, theirs] = [await firstRow(page), await firstRow(bare)];
  console.log(`rows visible: ${mine.toFixed(0)} ms, floor ${theirs.toFixed(0)} ms: ${(mine / theirs).toFixed(2)} × (goal 2.5)`);

  const list = page.locator('.rows');
  const rows = page.getByRole('region', { name: 'All requests' }).getByRole('listitem');
  const total = Number(await rows.first().getAttribute('aria-setsize'));
  expect(total).toBeGreaterThanOrEqual(ROWS);
  await expect(async () => {
    await list.evaluate((element) => element.scrollTo(0, element.scrollHeight));
    expect(Number(await rows.last().getAttribute('aria-posinset'))).toBe(total);
  }).toPass({ timeout: 400_000 });

  const still: Record<'product' | 'floor' | 'changing', Scrolled[]> = { product: [], floor: [], changing: [] };
  for (let round = 0; round < 3; round++) {
    await bare.bringToFront();
    still.floor.push(await scrolled(bare));
    await page.bringToFront();
    still.product.push(await scrolled(page));
    const changes = server.sql(`do $$ begin for n in 1..${CHANGES * 3} loop
      insert into platform.event (type, subject, body) select 'inquiry.released', id, '{}' from intake.inquiry where reference = 'B-' || (1 + (n * 61) % ${ROWS});
      commit; perform pg_sleep(${1 / CHANGES}); end loop; end $$`);
    still.changing.push(await scrolled(page));
    await changes;
  }
  const [product, recycled, changing] = [best(still.product), best(still.floor), best(still.changing)];
  console.log(`${total} rows, scrolled at 3,000 pixels a second: ${told(product)}; floor ${told(recycled)}: ${(product.rate / recycled.rate).toFixed(2)} × frames (gate 0.9), ${(product.slow / recycled.slow).toFixed(2)} × at p95 (goal 1.1)`);
  console.log(`with ${CHANGES} changes a second: ${told(changing)}: ${(changing.rate / product.rate).toFixed(2)} × of without`);
  floor.server.close();
  expect(product.rate / recycled.rate).toBeGreaterThanOrEqual(0.9);
});
