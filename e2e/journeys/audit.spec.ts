import { expect, test } from '@playwright/test';
import { accessible, fitsWidth } from '../check.js';
import { DeskApp } from '../pages/desk-app.js';

for (const [width, scheme] of [[390, 'light'], [1440, 'dark']] as const) {
  test(`X01 X04 the auditor reads who did what at ${width} px in the ${scheme}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme: scheme });
    const desk = new DeskApp(page, process.env['DESK_URL'] ?? '');
    await desk.signIn('Olive Grant');
    await expect(desk.title).toHaveText('Audit');
    await expect(page.getByRole('cell', { name: 'Ruth Adler' }).first()).toBeVisible();
    await page.getByLabel('Show').selectOption({ label: 'Who claimed a request' });
    await expect(page.getByRole('cell', { name: 'claimed a request' }).first()).toBeVisible();
    await accessible(page);
    await fitsWidth(page);
    if (process.env['SCREENSHOTS']) await page.screenshot({ path: `test-results/screenshots/audit-${width}-${scheme}.png` });
  });
}
