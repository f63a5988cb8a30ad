import { expect, type Page } from '@playwright/test';
import axe, { type RunOptions } from 'axe-core';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const EVERYTHING: RunOptions = { runOnly: { type: 'tag', values: TAGS }, resultTypes: ['violations'] };
/** The rules of those that look at colours: what else a page is does not change when it gets dark. */
const COLOURS: RunOptions = { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] }, resultTypes: ['violations'] };

/**
 * X01: axe finds nothing. The message names rule and place. It is read into a document once, and run there as often as
 * it is asked: no page has frames, for which alone the usual builder opens a second page every time.
 */
export async function accessible(page: Page, options: RunOptions = EVERYTHING): Promise<void> {
  expect(page.frames()).toHaveLength(1);
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  const violations = await page.evaluate(async (asked) => {
    const { axe: here } = globalThis as unknown as { axe: typeof axe };
    const found = await here.run(document, asked);
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
  }, options);
  expect(violations).toEqual([]);
}

/** A screen of the desk, or a page, with its heading and nothing that still loads. */
export async function settled(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
}

/** X04: nothing scrolls sideways, and no button is narrower than its words. */
export async function fitsWidth(page: Page): Promise<void> {
  const crushed = await page.getByRole('button').evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth + 1).map((one) => one.textContent.trim()));
  expect(crushed).toEqual([]);
  const { scroll, client } = await page.evaluate(() => ({ scroll: document.documentElement.scrollWidth, client: document.documentElement.clientWidth }));
  expect(scroll).toBeLessThanOrEqual(client);
}

/** Words that no English text does without and that Spanish does not have. */
export const ENGLISH = /\b(the|you|your|we|our|and|of|is|are|not|with|this|for|leave|back|continue|call|text|help)\b/i;

/** What stands on the page and claims to be Spanish: nothing inside an element of another language. */
export const spoken = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const said = [document.title];
    while (walker.nextNode()) if (walker.currentNode.parentElement?.closest('[lang]')?.getAttribute('lang') === 'es') said.push(walker.currentNode.textContent ?? '');
    return said.join(' ');
  });

/** The shape of a screen when a look does not say another: a phone's and a desk's. */
const WIDTHS = [390, 1440] as const;

/** Where pictures go when they are asked for (`SCREENSHOTS=1`). */
const TAKEN = 'test-results/screenshots';

export interface Looking {
  /** The whole page instead of the window; `phone`: on narrow screens only. */
  whole?: boolean | 'phone';
}

/** X01, X04: the page as it stands, on a phone and a desk, in the light and the dark; a picture of each when asked for. Leaves it wide and light. */
export async function look(page: Page, name: string, { whole = false }: Looking = {}): Promise<void> {
  for (const width of WIDTHS) {
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' }); // colours that are still changing are no colours
      await accessible(page, colorScheme === 'dark' ? COLOURS : EVERYTHING);
      await fitsWidth(page);
      const fullPage = whole === true || (whole === 'phone' && width < 500);
      if (process.env['SCREENSHOTS']) await page.screenshot({ path: `${TAKEN}/${name}-${width}-${colorScheme}.png`, animations: 'disabled', fullPage });
    }
  }
}
