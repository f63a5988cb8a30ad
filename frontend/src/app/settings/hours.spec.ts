import { closing } from './hours';

test.each([
  ['09:00', '17:00', ''],
  ['22:00', '06:00', 'Closes after midnight, on the next day.'],
  ['22:00', '00:00', 'Closes after midnight, on the next day.'],
  ['00:00', '00:00', 'Open for 24 hours, until the next day.'],
])('%s to %s: %s', (opens, closes, said) => expect(closing({ opens, closes })).toBe(said));
