import { heldBack } from './erasing.js';

const NOW = new Date('2026-11-25T12:00:00Z');
const ago = (hours: number): Date => new Date(NOW.getTime() - hours * 3_600_000);

describe('a request whose person deletes it', () => {
  it.each(['yes', 'unsure', 'undisclosed'])('goes at once when the answer to "Are you safe?" was %s', (safety) => {
    expect(heldBack({ safety, openedAt: ago(1), crisisSince: null }, NOW)).toBeUndefined();
  });

  it('is held back for 72 hours from when it was sent, when the answer was no', () => {
    const held = (hours: number): ReturnType<typeof heldBack> => heldBack({ safety: 'no', openedAt: ago(hours), crisisSince: null }, NOW);
    expect(held(1)).toEqual({ until: ago(1 - 72), because: 'unsafe' });
    expect(held(71.9)).toEqual({ until: ago(-0.1), because: 'unsafe' });
    expect(held(72)).toBeUndefined();
  });

  it('is held back while a crisis record is open, for 72 hours from its opening at most', () => {
    const held = (hours: number, safety = 'yes', sent = 200): ReturnType<typeof heldBack> => heldBack({ safety, openedAt: ago(sent), crisisSince: ago(hours) }, NOW);
    expect(held(1)).toEqual({ until: ago(1 - 72), because: 'crisis' });
    expect(held(72)).toBeUndefined();
    expect(held(10, 'no', 20)).toEqual({ until: ago(10 - 72), because: 'crisis' });
    expect(held(72, 'no', 20)).toEqual({ until: ago(20 - 72), because: 'unsafe' });
  });
});
