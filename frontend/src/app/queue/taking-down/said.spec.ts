import { FIELDS, howAsked, isEmpty, NOTHING, placeOf, readSaid, requestOf, type Said } from './said';

const WORDS = { wording: 'desk-en-1', language: 'en' };
const said = (part: Partial<Said>): Said => ({ ...NOTHING, ...part });

test.each<[Partial<Said>, ReturnType<typeof placeOf>]>([
  [{ place: '06854' }, { zip: '06854', fixed: true }],
  [{ place: 'Norwalk' }, { town: 'Norwalk', fixed: true }],
  [{ place: 'Norwalk, 06854-1234' }, { zip: '06854', town: 'Norwalk', fixed: true }],
  [{ place: '0685' }, { zip: '0685', fixed: true }],
  [{ place: ' ' }, { fixed: true }],
  [{ place: '', nowhere: true }, { fixed: false }],
])('%j is %j', (part, place) => {
  expect(placeOf(said(part))).toEqual(place);
});

test('words and a yes alone are a request; what was not asked is left open', () => {
  expect(requestOf(said({ words: ' He cannot sleep ', agreed: true }), WORDS)).toEqual({
    cameBy: 'phone', words: 'He cannot sleep', topics: [], place: { fixed: true }, contact: { channel: 'self' }, safe: { times: [], emailOk: false }, language: 'en', claim: true,
    facts: { age: { state: 'not-asked' }, insurance: { state: 'not-asked' }, veteran: { state: 'not-asked' }, peer: { state: 'not-asked' }, person: { state: 'not-asked' }, speak: { state: 'not-asked' } },
    consent: { read: true, followUp: false, how: 'aloud', wording: 'desk-en-1', language: 'en' },
  });
});

test.each<[string, Partial<Said>, object]>([
  ['a call', { channel: 'phone', phone: '203 555 0142', email: 'a@example.org', voicemail: 'no', others: 'hang-up', emailOk: 'yes' }, { contact: { channel: 'phone', phone: '203 555 0142' }, safe: { voicemail: false, others: 'hang-up', times: [], emailOk: false } }],
  ['a call of which nothing was asked', { channel: 'phone', phone: '203 555 0142' }, { contact: { channel: 'phone', phone: '203 555 0142' }, safe: { times: [], emailOk: false } }],
  ['a text', { channel: 'text', phone: '203 555 0142', voicemail: 'yes' }, { contact: { channel: 'text', phone: '203 555 0142' }, safe: { times: [], emailOk: false } }],
  ['a mail', { channel: 'email', phone: '203 555 0142', email: 'a@example.org', emailOk: 'yes', name: 'Ida' }, { contact: { channel: 'email', email: 'a@example.org' }, safe: { name: 'Ida', times: [], emailOk: true } }],
  ['who comes to us', { channel: 'self', phone: '203 555 0142', never: 'Sunday' }, { contact: { channel: 'self' }, safe: { times: [], emailOk: false } }],
])('only what belongs to the chosen way is sent: %s', (_, part, sent) => {
  expect(requestOf(said(part), WORDS)).toMatchObject(sent);
  const { contact, safe } = requestOf(said(part), WORDS) as { contact: object; safe: object };
  expect({ contact, safe }).toEqual(sent);
});

test('declined, given and not asked are three things; knowing belongs to who asks for another', () => {
  expect(requestOf(said({ age: 'declined', person: ' Ida ', asker: 'self', knows: 'yes' }), WORDS)).toMatchObject({ facts: { age: { state: 'declined' }, person: { state: 'given', value: 'Ida' } } });
  expect(requestOf(said({ asker: 'self', knows: 'yes' }), WORDS)).not.toHaveProperty('knows');
  expect(requestOf(said({ asker: 'carer', knows: 'yes' }), WORDS)).toHaveProperty('knows', 'yes');
});

test.each([['phone', 'aloud'], ['walk-in', 'aloud'], ['letter', 'written'], ['email', 'written']] as const)('by %s consent is asked %s, unless it is said otherwise', (cameBy, how) => {
  expect([howAsked(said({ cameBy })), howAsked(said({ cameBy, how: 'aloud' }))]).toEqual([how, 'aloud']);
});

test('how it came, the language and the claim are nothing to lose; one letter is', () => {
  expect(isEmpty(said({ cameBy: 'letter', language: 'es', claim: false }))).toBe(true);
  expect(isEmpty(said({ words: 'H' }))).toBe(false);
});

test('a draft of an older screen is read as far as it fits', () => {
  expect(readSaid({ words: 'He', topics: 'grief', gone: true, agreed: 'yes' })).toEqual(said({ words: 'He' }));
});

test('each field that the server may refuse has its place on the screen', () => {
  expect(Object.values(FIELDS).every(({ id, name }) => id.startsWith('said-') && name)).toBe(true);
});
