import { apiPath, practising } from './practice-place';

describe('which desk a page works on', () => {
  it.each([
    ['/practice', true], ['/practice/', true], ['/practice/inquiries/x', true],
    ['/desk', false], ['/desk/practise', false], ['/practices', false], ['/desk/practice', false],
  ])('%s practises: %s', (path, expected) => expect(practising(path)).toBe(expected));

  it.each([
    ['/api/queue?view=all', '/practice/api/queue?view=all'],
    ['/api/inquiries/x/claim', '/practice/api/inquiries/x/claim'],
    ['/api/events', '/practice/api/events'],
    ['/api/me/calendar', '/practice/api/me/calendar'],
    ['/api/me', '/api/me'],
    ['/api/me/preferences', '/api/me/preferences'],
    ['/api/me/first-steps', '/api/me/first-steps'],
    ['/api/auth/logout', '/api/auth/logout'],
    ['/api/practice', '/api/practice'],
    ['/api/practice/again', '/api/practice/again'],
    ['/desk/outlines/2023/places.json', '/desk/outlines/2023/places.json'],
  ])('%s is asked for at %s while practising, and never elsewhere', (url, expected) => {
    expect(apiPath(url, '/practice/inquiries')).toBe(expected);
    expect(apiPath(url, '/desk/inquiries')).toBe(url);
  });
});
