import { countsOn, MADE, nameOf, presentedIn, siteOf, USED } from './passkeys.js';

describe('the site of passkeys', () => {
  it.each([
    ['https://desk.example.org', 'https://desk.example.org', 'desk.example.org'],
    ['https://desk.example.org:8443', 'https://desk.example.org:8443', 'desk.example.org'],
    ['http://localhost:3000', 'http://localhost:3000', 'localhost'],
  ])('of %s is %s, for %s', (base, origin, id) => {
    expect(siteOf(base)).toEqual({ origin, id });
  });
});

describe('a counter', () => {
  it.each([
    [0, 0, true, 'does not count'],
    [0, 1, true, 'counts for the first time'],
    [7, 8, true, 'counts on'],
    [7, 4_294_967_295, true, 'counts on to the end'],
    [7, 7, false, 'stands still'],
    [7, 6, false, 'goes back'],
    [7, 0, false, 'does not count any more'],
  ])('at %d that says %d: %s, it %s', (known, given, stands) => {
    expect(countsOn(known, given)).toBe(stands);
  });
});

describe('the name of a passkey', () => {
  it.each([
    ['  Front   desk \n', 'Front desk'],
    ['', 'Passkey 1'],
    [undefined, 'Passkey 1'],
    [' \t', 'Passkey 1'],
    ['x'.repeat(80), 'x'.repeat(60)],
  ])('of %j is %j', (typed, name) => {
    expect(nameOf(typed, 'Passkey 1')).toBe(name);
  });
});

describe('what a browser hands over', () => {
  const coded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const said = { clientDataJSON: coded({ type: 'webauthn.get', crossOrigin: false }), authenticatorData: 'AAAA', signature: 'BBBB' };
  const sound = { id: 'x'.repeat(22), rawId: 'x'.repeat(22), type: 'public-key', response: said };
  const read = (value: unknown): unknown => presentedIn(typeof value === 'string' ? value : JSON.stringify(value), USED);

  it('is read by its parts, and nothing else of it is kept', () => {
    expect(read({ ...sound, authenticatorAttachment: 'platform', clientExtensionResults: { a: 1 }, response: { ...said, userHandle: 'CCCC', more: 'x' } })).toEqual({ ...sound, clientExtensionResults: {}, response: { ...said, userHandle: 'CCCC' } });
  });

  it.each([
    ['nothing', ''],
    ['no JSON', '{'],
    ['null', 'null'],
    ['a list', '[]'],
    ['no id', { ...sound, id: undefined }],
    ['a short id', { ...sound, id: 'abc' }],
    ['an id that is too long', { ...sound, id: 'x'.repeat(1365) }],
    ['an id with other letters', { ...sound, id: `${'x'.repeat(21)}=` }],
    ['another type', { ...sound, type: 'password' }],
    ['no answer', { ...sound, response: null }],
    ['an answer without a signature', { ...sound, response: { ...said, signature: undefined } }],
    ['a part that is no text', { ...sound, response: { ...said, signature: 7 } }],
    ['what a frame of another site asked', { ...sound, response: { ...said, clientDataJSON: coded({ crossOrigin: true }) } }],
  ])('is not read: %s', (_, value) => {
    expect(read(value)).toBeUndefined();
  });

  it('a used one is no new one', () => {
    expect(presentedIn(JSON.stringify(sound), MADE)).toBeUndefined();
  });
});
