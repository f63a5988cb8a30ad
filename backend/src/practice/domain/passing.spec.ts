import { isBackground, isNotHere, passedBack, passedOn } from './passing';
import { failureOf, FAILURES } from './talk';

describe('what is passed on to the practice desk', () => {
  it.each(['auth/login', 'auth/link/use', 'me', 'me/calendar', 'public/inquiries', 'practice', 'practice/again', 'mailbox', 'staff/x', 'settings', 'imports/files', 'audit', 'openapi.json', 'docs'])('%s is not there', (path) => expect(isNotHere(path)).toBe(true));
  it.each(['queue', 'queue/next', 'inquiries/x/claim', 'inquiries/x/messages', 'events', 'desk', 'templates', 'team', 'reports/promises', 'agencies', 'meant'])('%s is', (path) => expect(isNotHere(path)).toBe(false));
  it.each([['events', true], ['inquiries/x/presence', true], ['queue', false], ['inquiries/x', false]])('%s is asked for by the screen itself: %s', (path, expected) => expect(isBackground(path)).toBe(expected));

  it('sends along what the act needs, and nothing that says who asks or from where', () =>
    expect(passedOn({ cookie: '__Host-sid=x', 'x-csrf-token': 'x', origin: 'https://desk.example.org', referer: 'x', 'x-forwarded-for': '192.0.2.1', authorization: 'x', host: 'x', 'if-match': '"v3"', 'content-type': 'application/json', accept: '*/*' })).toEqual({ 'if-match': '"v3"', 'content-type': 'application/json', accept: '*/*' }));

  it('brings back the answer, and no cookie', () =>
    expect(passedBack({ 'set-cookie': ['__Host-sid=x'], connection: 'close', 'transfer-encoding': 'chunked', 'content-type': 'application/json', 'content-encoding': 'br', etag: undefined })).toEqual({ 'content-type': 'application/json', 'content-encoding': 'br' }));
});

describe('why practice cannot start', () => {
  it.each([['42501', 'practice.no-right'], ['53300', 'practice.no-database'], ['53100', 'practice.no-database'], ['ECONNREFUSED', 'practice.no-database'], ['57P03', 'practice.no-database'], ['3D000', 'practice.failed'], [undefined, 'practice.failed']])('%s is %s, with what to do', (code, expected) => {
    expect(failureOf(Object.assign(new Error('x'), { code }))).toBe(expected);
    expect(FAILURES[failureOf({ code })]).toMatch(/The real desk is not touched by this\.$/);
  });
});
