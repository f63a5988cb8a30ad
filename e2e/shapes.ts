import { expect, type Page } from '@playwright/test';
import { fitsWidth } from './check.js';

const WIDTHS = [390, 1024, 1440] as const;

/** Each word of the page two fifths longer and with accents, as another language may need: what stands for itself (numbers, keys, addresses) stays. */
export const lengthen = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const ACCENTS: Record<string, string> = { a: 'á', e: 'ê', i: 'ï', o: 'õ', u: 'ů', c: 'ç', n: 'ñ', s: 'š', A: 'Å', E: 'É', I: 'Î', O: 'Ö', U: 'Û' };
    if (document.body.dataset['longer']) return;
    document.body.dataset['longer'] = 'yes'; // once, however often the shape is asked for
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) if (!walker.currentNode.parentElement?.closest('.num, kbd, script, style, time, code, [translate="no"]')) texts.push(walker.currentNode as Text);
    for (const text of texts) text.data = text.data.replaceAll(/\p{L}+/gu, (word) => [...word].map((letter) => ACCENTS[letter] ?? letter).join('') + [...word].slice(0, Math.round(word.length * 0.4)).join(''));
  });

/** As a page in a language that is written from the right: nothing but the direction changes, so that what does not follow it is seen. */
export const mirror = (page: Page): Promise<void> => page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'));

/** Words that somebody cannot read to their end: cut off without the dots that say so. */
const clipped = (page: Page): Promise<string[]> =>
  page.evaluate(() => [...document.querySelectorAll<HTMLElement>('body *')].filter((one) => {
    if (one.clientWidth < 2 || !one.checkVisibility() || ![...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim())) return false;
    const { overflowX, overflowY, textOverflow } = getComputedStyle(one);
    const hides = (how: string): boolean => how === 'hidden' || how === 'clip';
    return (hides(overflowX) && one.scrollWidth > one.clientWidth + 1 && textOverflow !== 'ellipsis') || (hides(overflowY) && one.scrollHeight > one.clientHeight + 2 && textOverflow !== 'ellipsis');
  }).map((one) => `${one.tagName.toLowerCase()}.${one.className}: ${one.innerText.slice(0, 60)}`));

/** Numbers, references and addresses that would be read backwards. */
const backwards = (page: Page): Promise<string[]> =>
  page.evaluate(() => [...document.querySelectorAll<HTMLElement>('.num, bdi[dir="ltr"], a[href^="tel:"]:not(:has(bdi))')].filter((one) => one.checkVisibility() && getComputedStyle(one).direction !== 'ltr' && /^[\d\s()+-]{4,}$/.test(one.innerText.trim())).map((one) => one.outerHTML.slice(0, 120)));

/** The page in a shape that English on a wide screen never shows: nothing is cut off and nothing scrolls sideways; from the right, what is read from the left stays so. */
export async function holds(page: Page, name: string, change: (page: Page) => Promise<void>): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    await change(page);
    await fitsWidth(page);
    expect([name, width, await clipped(page)]).toEqual([name, width, []]);
    if (change === mirror) expect([name, await backwards(page)]).toEqual([name, []]);
    if (process.env['SCREENSHOTS']) await page.screenshot({ path: `test-results/screenshots/${change.name}-${name}-${width}.png`, animations: 'disabled' });
  }
}
