import type { ReadyTextView } from '../../api/types';
import { asksForText, foundTexts, inserted, whyNot } from './template-words';

const ready = (title: string, text: string | null = 'x'): ReadyTextView => ({ id: title, title, kind: 'note', language: 'en', text, missing: [], refused: null });

test.each<[string, number, boolean]>([['//', 2, true], ['Called. //', 10, true], ['https://', 8, false], ['and//', 5, false], ['// later', 2, true], ['/', 1, false]])('%j at %d asks for a text: %s', (value, caret, asks) => {
  expect(asksForText(value, caret)).toBe(asks);
});

test.each([
  [{ value: '//', selectionStart: 2, selectionEnd: 2 }, { value: 'Hello.', caret: 6 }],
  [{ value: 'A  B', selectionStart: 2, selectionEnd: 2 }, { value: 'A Hello. B', caret: 8 }],
  [{ value: 'A old B', selectionStart: 2, selectionEnd: 5 }, { value: 'A Hello. B', caret: 8 }],
])('%j', (box, after) => {
  expect(inserted(box, 'Hello.')).toEqual(after);
});

test('what can be used comes first; accents and order of words do not matter', () => {
  const all = [ready('No answer left', null), ready('Café visit'), ready('Answer is there')];
  expect(foundTexts(all, 'answer').map(({ title }) => title)).toEqual(['Answer is there', 'No answer left']);
  expect(foundTexts(all, 'visit cafe')).toHaveLength(1);
  expect(foundTexts(all, 'nothing')).toEqual([]);
});

test('why not is named', () => {
  expect(whyNot({ refused: null, missing: ['first name', 'service'] })).toMatch(/first name .*, service /);
  expect(whyNot({ refused: 'not-neutral', missing: ['service'] })).toMatch(/^Not neutral/);
  expect(whyNot({ refused: null, missing: [] })).toBe('');
});
