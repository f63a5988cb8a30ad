import { ICONS } from '../ui/icons';
import { PLACES } from './places';

test('each line of the rail has keys of its own after G', () => expect(new Set(PLACES.map(({ go }) => go)).size).toBe(PLACES.length));

test('each line of the rail has an icon of its own, also where only icons are shown', () => {
  const icons = PLACES.map(({ icon }) => icon);
  expect(icons.filter((icon, at) => icons.indexOf(icon) !== at)).toEqual([]);
  expect(new Set(icons.map((icon) => ICONS[icon])).size).toBe(PLACES.length);
});
