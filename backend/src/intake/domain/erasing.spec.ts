import { heldUntil } from './erasing.js';

const NOW = new Date('2026-11-25T12:00:00Z');
const ago = (hours: number): Date => new Date(NOW.getTime() - hours * 3_600_000);

describe('a request whose person deletes it', () => {
  it.each(['yes', 'unsure', 'undisclosed'])('goes at once when the answer to "Are you safe?" was %s', (safety) => {
    expect(heldUntil({ safety, openedAt: ago(1) }, NOW)).toBeUndefined();
  });

  it('is held back for 72 hours from when it was sent, when the answer was no', () => {
    expect(heldUntil({ safety: 'no', openedAt: ago(1) }, NOW)).toEqual(ago(1 - 72));
    expect(heldUntil({ safety: 'no', openedAt: ago(71.9) }, NOW)).toEqual(ago(-0.1));
    expect(heldUntil({ safety: 'no', openedAt: ago(72) }, NOW)).toBeUndefined();
  });
});
