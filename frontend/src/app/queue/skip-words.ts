/** Why somebody leaves a request to others, in the order offered. */
export const SKIP_WORDS: Readonly<Record<string, string>> = {
  language: 'I do not speak the language',
  'known-person': 'I know this person',
  'not-my-field': 'Not my field',
  'needs-supervisor': 'A supervisor should look',
  other: 'Another reason',
};
