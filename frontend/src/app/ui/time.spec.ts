import { age, atMoment, clock, clockSeconds, moment, today } from './time';
import { deskZone, setDeskZone } from './zone';

const HERE = new Intl.DateTimeFormat().resolvedOptions().timeZone;
/** Half past midnight on Tuesday in New York, still Monday evening in Honolulu. */
const AT = '2026-11-24T05:30:00Z';

describe('times of the desk', () => {
  afterEach(() => setDeskZone(null));

  test('are written in its zone, with the zone named where the browser stands elsewhere', () => {
    setDeskZone('Pacific/Honolulu');
    expect(clock(AT)).toMatch(/^7:30\sPM HST$/);
    expect(clockSeconds(AT)).toMatch(/^7:30:00\sPM HST$/);
    setDeskZone('America/New_York');
    expect(clock(AT)).toMatch(HERE === 'America/New_York' ? /^12:30\sAM$/ : /^12:30\sAM EST$/);
  });

  test('need no name where both are the same', () => {
    setDeskZone(HERE);
    expect(clock(AT)).toMatch(/^\d{1,2}:30\s[AP]M$/);
  });

  test('have its days: today, the day of a moment, the day of an age', () => {
    setDeskZone('Pacific/Honolulu');
    const now = new Date('2026-11-24T09:00:00Z');
    expect(today(now)).toBe('2026-11-23');
    expect(moment(AT, now)).toMatch(/^7:30\sPM HST$/);
    expect(moment('2026-11-23T05:30:00Z', now)).toMatch(/^Nov 22, 7:30\sPM HST$/);
    expect([atMoment(AT, now), atMoment('2026-11-23T05:30:00Z', now)].map((said) => said.replaceAll(/\s/g, ' '))).toEqual(['at 7:30 PM HST', 'on Nov 22 at 7:30 PM HST']);
    expect(age(AT, new Date('2026-11-26T09:00:00Z'))).toBe('Mon');
    expect(age(AT, new Date('2026-12-26T09:00:00Z'))).toBe('Nov 23');
  });

  test('a zone that the browser does not know is left out', () => {
    setDeskZone('America/Nowhere');
    expect(deskZone()).toBeNull();
    expect(clock(AT)).toMatch(/:30\s[AP]M$/);
  });
});
