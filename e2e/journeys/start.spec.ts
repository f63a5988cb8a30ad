import { expect, test } from '@playwright/test';

const base = (): string => process.env['DESK_URL'] ?? '';

test('the product answers that it lives and is ready, and says no more', async ({ request }) => {
  for (const path of ['/livez', '/readyz']) {
    const answer = await request.get(base() + path);
    expect(answer.status()).toBe(200);
    expect(await answer.json()).toEqual({ status: 'ok' });
  }
});
