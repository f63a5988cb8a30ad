import { Injectable } from '@nestjs/common';
import { Clock, Sealer } from '../platform/index.js';

const HOUR = 3_600_000;
const CALM = 20;
const MOST = 50_000;

/** What somebody sends without an account. Each is counted apart: who tells us of ten wrong numbers has not asked for help ten times. */
export type Sent = 'inquiry' | 'correction' | 'application';

/** How many of each came from an address in the last hour. Kept in memory only, under a keyed hash with the day as salt; a shared address (a library, a shelter) raises doubt, never a wall. */
@Injectable()
export class AddressBuckets {
  private readonly buckets = new Map<string, { since: number; count: number }>();

  constructor(
    private readonly sealer: Sealer,
    private readonly clock: Clock,
  ) {}

  /** Counts one more of `sent` from `address` and tells whether there were more than 20 in an hour. */
  isBusy(sent: Sent, address: string): boolean {
    const now = this.clock.now().getTime();
    const key = this.sealer.keyed('address', sent, address, String(Math.floor(now / (24 * HOUR)))).toString('base64');
    const bucket = this.buckets.get(key);
    if (!bucket || now - bucket.since > HOUR) {
      if (this.buckets.size >= MOST) this.buckets.clear();
      this.buckets.set(key, { since: now, count: 1 });
      return false;
    }
    bucket.count++;
    return bucket.count > CALM;
  }
}
