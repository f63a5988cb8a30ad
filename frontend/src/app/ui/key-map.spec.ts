import fc from 'fast-check';
import { meantBy, pressedFor, rekeyed, type KeyMap } from './key-map';

const NONE: KeyMap = new Map();
const KEYS = [...'jkcfnxegs/?12'];

describe('S06: keys that somebody chose', () => {
  test('a free key: the old one means nothing any more', () => {
    const map = rekeyed(NONE, 'c', '9');
    expect([meantBy(map, '9'), meantBy(map, 'c'), pressedFor(map, 'c')]).toEqual(['c', '9', '9']);
  });

  test('a key that is in use: the two change places', () => {
    const map = rekeyed(NONE, 'c', 'f');
    expect([meantBy(map, 'f'), meantBy(map, 'c')]).toEqual(['c', 'f']);
  });

  test('two in a row are shown as they are pressed', () => {
    expect(pressedFor(rekeyed(NONE, 'g', 'h'), 'g m')).toBe('h m');
  });

  test('chosen back is as it was', () => {
    expect(rekeyed(rekeyed(NONE, 'c', 'f'), 'c', 'c')).toEqual(NONE);
  });

  test('whatever is chosen in whatever order, each key has its own press and each press its key', () => {
    const choice = fc.tuple(fc.constantFrom(...KEYS), fc.constantFrom(...KEYS));
    fc.assert(
      fc.property(fc.array(choice, { maxLength: 30 }), (choices) => {
        const map = choices.reduce<KeyMap>((all, [key, press]) => rekeyed(all, key, press), NONE);
        const pressed = KEYS.map((key) => pressedFor(map, key));
        expect(new Set(pressed).size).toBe(KEYS.length);
        expect(pressed.map((press) => meantBy(map, press))).toEqual(KEYS);
        expect([...map].filter(([of, press]) => of === press)).toEqual([]);
      }),
    );
  });
});
