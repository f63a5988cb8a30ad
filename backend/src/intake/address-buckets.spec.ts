import { Clock, Keyring, Sealer } from '../platform/index.js';
import { AddressBuckets } from './address-buckets.js';

const TEN = new Date('2026-11-02T10:00:00Z');
const AN_HOUR_LATER = new Date('2026-11-02T11:00:01Z');

describe('how much one address sends', () => {
  const clock = new Clock();
  let buckets: AddressBuckets;
  const isBusy = (sent: 'inquiry' | 'correction', address: string, at = TEN): boolean => clock.during(at, () => buckets.isBusy(sent, address));
  const twenty = (sent: 'inquiry' | 'correction', address: string): boolean[] => Array.from({ length: 20 }, () => isBusy(sent, address));
  beforeEach(() => {
    buckets = new AddressBuckets(new Sealer(Keyring.parse(`k1:active:${Buffer.alloc(32, 7).toString('base64')}`)), clock);
  });

  it('is calm for twenty in an hour and busy at the next', () => {
    expect(twenty('inquiry', '192.0.2.1')).not.toContain(true);
    expect(isBusy('inquiry', '192.0.2.1')).toBe(true);
    expect(isBusy('inquiry', '192.0.2.2')).toBe(false);
  });

  it('who corrected wrong numbers has not asked for help as often', () => {
    twenty('inquiry', '192.0.2.1');
    expect(isBusy('correction', '192.0.2.1')).toBe(false);
    expect(isBusy('inquiry', '192.0.2.1')).toBe(true);
  });

  it('begins anew after an hour', () => {
    twenty('inquiry', '192.0.2.1');
    expect(isBusy('inquiry', '192.0.2.1', AN_HOUR_LATER)).toBe(false);
  });
});
