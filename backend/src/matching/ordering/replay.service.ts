import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/index.js';
import { Asking } from '../asking.service.js';
import type { Judging } from '../domain/judging.js';
import { replayed, type Pair } from '../domain/replay.js';
import { complete } from '../domain/weights.js';
import { Matching } from '../matching.service.js';
import { Chronicle, type PastRequest } from './chronicle.js';
import { Judgement } from './judgement.service.js';
import type { OrderingView } from './ordering.dto.js';
import { WeightsVersions } from './weights.service.js';

/** The latest requests; more would say the same. */
const MOST = 200;
/** Somebody waits for it. */
const PATIENCE_MS = 15_000;
/** Of a list only what somebody may reach is compared. */
const KEPT = 100;

/** Answers past requests by what is live and by a draft, before it may go live. Nothing but counts is kept. */
@Injectable()
export class Replay {
  constructor(
    private readonly versions: WeightsVersions,
    private readonly judgement: Judgement,
    private readonly chronicle: Chronicle,
    private readonly asking: Asking,
    private readonly matching: Matching,
  ) {}

  /** Throws 404 without a draft, 412 when its numbers were changed meanwhile. */
  async draft(actor: Actor): Promise<OrderingView> {
    const { amounts, ...draft } = await this.versions.drafted(actor);
    const weights = complete(amounts);
    const before = await this.judgement.now();
    const after: Judging = { weights, past: await this.judgement.past(weights) };
    const requests = await this.chronicle.requests(MOST);
    const pairs: Pair[] = [];
    const until = Date.now() + PATIENCE_MS;
    for (const request of requests) {
      if (Date.now() > until) break;
      pairs.push(await this.pair(actor, request, { before, after }));
      await setImmediate(); // others are served meanwhile
    }
    return this.versions.replayed(actor, draft, { ...replayed(pairs), of: requests.length });
  }

  private async pair(actor: Actor, { taken, ...request }: PastRequest, by: { before: Judging; after: Judging }): Promise<Pair> {
    const ask = await this.asking.plain(actor, request);
    const listings = await this.matching.candidates(actor, ask);
    const [before, after] = [by.before, by.after].map((judging) => {
      const ranked = this.matching.ranked(ask, listings, judging);
      return { ...ranked, results: ranked.results.filter(({ listing }, at) => at < KEPT || taken.includes(listing.id)) };
    }) as [Pair['before'], Pair['after']];
    return { before, after, taken };
  }
}
