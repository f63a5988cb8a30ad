import type { virtual } from '@guidepup/virtual-screen-reader';
import type { Page } from '@playwright/test';
import { build } from 'esbuild';

interface Reader { virtual: typeof virtual }

let script: Promise<string> | undefined;
/** The screen reader as one script, made once: pages take none from elsewhere. */
async function readerScript(): Promise<string> {
  const { outputFiles } = await build({ stdin: { contents: `export { virtual } from '@guidepup/virtual-screen-reader/browser.js'`, resolveDir: import.meta.dirname }, bundle: true, write: false, format: 'iife', globalName: 'screenReader', logLevel: 'error' });
  return outputFiles[0]?.text ?? '';
}

/** What is another one in each run, and at each hour: numbers of requests, and when something was or is due. */
const OTHERWISE: readonly (readonly [RegExp, string])[] = [
  [/R-[A-HJKMNP-Z2-9]{4}-[A-HJKMNP-Z2-9]{2}/g, 'R-…'],
  [/^(Sent|since|due in|due|overdue since|, by|They answer by) .*/, '$1 (when)'],
];

/** X09: what a screen reader says from the beginning of `selector` to its end, one phrase a line. */
export async function transcript(page: Page, selector = 'body'): Promise<string> {
  script ??= readerScript();
  if (!(await page.evaluate(() => 'screenReader' in globalThis))) await page.evaluate(`${await script}; globalThis.screenReader = screenReader;`);
  const said = await page.evaluate(async (within) => {
    const { virtual } = (globalThis as unknown as { screenReader: Reader }).screenReader;
    const container = document.querySelector(within);
    if (!container) throw new Error(`There is no ${within}`);
    await virtual.start({ container });
    const first = await virtual.lastSpokenPhrase();
    for (let steps = 0; steps < 2000; steps++) {
      await virtual.next();
      if ((await virtual.lastSpokenPhrase()) === first) break; // it begins anew after the end
    }
    const phrases = await virtual.spokenPhraseLog();
    await virtual.stop();
    return phrases.slice(0, -1).map((phrase, at) => (phrases[at - 1] === 'time' ? '(when)' : phrase)); // what <time> says
  }, selector);
  return said.map((phrase) => `${OTHERWISE.reduce((words, [what, word]) => words.replace(what, word), phrase).replace(/\s+/g, ' ')}\n`).join('');
}
