import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** X01: axe finds nothing. The message names rule and place. */
export async function accessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual([]);
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
      await accessible(page);
      await fitsWidth(page);
      const fullPage = whole === true || (whole === 'phone' && width < 500);
      if (process.env['SCREENSHOTS']) await page.screenshot({ path: `${TAKEN}/${name}-${width}-${colorScheme}.png`, animations: 'disabled', fullPage });
    }
  }
}
