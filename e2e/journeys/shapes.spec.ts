import { test, type Page } from '@playwright/test';
import { settled } from '../check.js';
import { DeskApp } from '../pages/desk-app.js';
import { holds, lengthen, mirror } from '../shapes.js';

const base = (): string => process.env['DESK_URL'] ?? '';
/** What anybody may open, and what each of the desk's people works at. */
const PUBLIC = ['/en', '/en/ask', '/en/find', '/en/find?zip=06854&need=grief', '/en/follow'];
const DESK: readonly [who: string, paths: readonly string[]][] = [
  ['Ruth Adler', ['/inquiries', '/follow-up', '/new-request', '/shift-end', '/team', '/saved-views']],
  ['Ana Rios', ['/load', '/promises', '/reviews', '/ready-texts']],
  ['Mei Tan', ['/listings', '/checks', '/quality', '/words', '/vocabularies']],
];

const nameOf = (path: string): string => path.replaceAll(/[^a-z0-9]+/g, '-').replace(/^-/, '');

/** First longer, then also from the right. */
async function inBothShapes(page: Page, name: string): Promise<void> {
  await settled(page);
  await holds(page, name, lengthen);
  await holds(page, name, mirror);
}

test('X07 X08 the public pages hold with words two fifths longer, and from the right to the left', async ({ page }) => {
  for (const path of PUBLIC) {
    await page.goto(base() + path);
    await inBothShapes(page, `public-${nameOf(path)}`);
  }
});

for (const [who, paths] of DESK) {
  test(`X07 X08 what ${who} works at holds with words two fifths longer, and from the right to the left`, async ({ page }) => {
    const desk = new DeskApp(page, base());
    await desk.signIn(who);
    for (const path of paths) {
      await desk.open(path);
      await inBothShapes(page, `desk-${nameOf(path)}`);
    }
  });
}
