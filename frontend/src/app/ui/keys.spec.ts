import { jest } from '@jest/globals';
import { TestBed } from '@angular/core/testing';
import { Keys } from './keys';

describe('single-letter keys', () => {
  let keys: Keys;
  const pressed: string[] = [];
  const press = (target: Element, init: KeyboardEventInit): void => void target.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init }));

  beforeEach(() => {
    pressed.length = 0;
    document.body.innerHTML = '<p id="page"></p><input><textarea></textarea><select></select><div contenteditable="true"></div><dialog><button>Close</button></dialog>';
    keys = TestBed.inject(Keys);
    keys.add({ key: 'c', does: 'claim', also: ['take', 'own'], press: () => pressed.push('list') });
  });

  test.each(['input', 'textarea', 'select', '[contenteditable]', 'dialog button'])('S06: dead inside %s', (place) => {
    press(document.querySelector(place)!, { key: 'c' });
    expect(pressed).toEqual([]);
  });

  test.each<KeyboardEventInit>([{ ctrlKey: true }, { metaKey: true }, { altKey: true }, { repeat: true }])('never with what the browser owns: %p', (held) => {
    press(document.querySelector('#page')!, { key: 'c', ...held });
    expect(pressed).toEqual([]);
  });

  test('they act on the page, and the switch stops them all', () => {
    const page = document.querySelector('#page')!;
    press(page, { key: 'C' });
    keys.on.set(false);
    press(page, { key: 'c' });
    expect(pressed).toEqual(['list']);
  });

  test('what was opened last wins, while it applies and until it is closed', () => {
    const page = document.querySelector('#page')!;
    let applies = true;
    const remove = keys.add({ key: 'c', does: 'other', also: ['one', 'two'], press: () => pressed.push('drawer'), when: () => applies });
    press(page, { key: 'c' });
    expect(keys.working().map(({ does }) => does)).toEqual(['other']);
    applies = false;
    press(page, { key: 'c' });
    applies = true;
    remove();
    press(page, { key: 'c' });
    expect(pressed).toEqual(['drawer', 'list', 'list']);
  });

  test('S06: another key is chosen for one, and the old one is dead', () => {
    const page = document.querySelector('#page')!;
    keys.chosen.set(new Map([['c', 'q']]));
    press(page, { key: 'c' });
    expect(pressed).toEqual([]);
    press(page, { key: 'Q' });
    expect([pressed, keys.shown('c')]).toEqual([['list'], 'Q']);
  });

  test('two in a row: the second acts, another key or a wait ends it', () => {
    jest.useFakeTimers();
    const page = document.querySelector('#page')!;
    keys.add({ key: 'g c', does: 'go', also: ['open', 'to'], press: () => pressed.push('went') });
    press(page, { key: 'g' });
    expect(keys.held()).toBe('g');
    press(page, { key: 'c' });
    press(page, { key: 'g' });
    press(page, { key: 'z' });
    press(page, { key: 'c' });
    press(page, { key: 'g' });
    jest.advanceTimersByTime(2_001);
    press(page, { key: 'c' });
    jest.useRealTimers();
    expect(pressed).toEqual(['went', 'list', 'list']);
  });
});
