import type { Channel, Topic } from './codes.js';
import { mayHint, topicsSaid } from './taking-down.js';

test.each<[string, Topic[], string | undefined, Topic[]]>([
  ['needs stand as chosen', ['grief', 'home'], 'My mom died', ['grief', 'home']],
  ['words alone are a request', [], 'My mom died', ['not-sure']],
  ['blanks are no words', [], ' \n ', []],
  ['nothing is nothing', [], undefined, []],
])('%s', (_, topics, words, said) => {
  expect(topicsSaid(topics, words)).toEqual(said);
});

test.each<[Topic[], Channel, boolean]>([
  [['grief'], 'phone', true],
  [['grief'], 'email', true],
  [[], 'text', true],
  [['grief'], 'self', false],
  [['abuse'], 'phone', false],
  [['home', 'abuse'], 'email', false],
])('a hint for %j by %s: %s', (topics, channel, may) => {
  expect(mayHint(topics, channel)).toBe(may);
});
