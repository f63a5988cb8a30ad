import { Injectable } from '@nestjs/common';
import type { PlainRequest } from '../asking.service.js';
import type { Lesson } from '../domain/experience.js';

/** A request for which places were offered. */
export type PastRequest = PlainRequest & {
  /** Ids of the services that the person chose, or that said yes. */
  taken: string[];
};

/** Who knows what came of the matches. */
export interface Teller {
  /** What came of referrals, by service and topic; one of `halfLife` days ago counts half. */
  lessons(halfLife: number): Promise<Lesson[]>;
  /** The latest requests with offered places, at most so many, and how many there are in all. */
  requests(most: number): Promise<PastRequest[]>;
}

const NOBODY: Teller = { lessons: () => Promise.resolve([]), requests: () => Promise.resolve([]) };

/** What came of earlier matches. It is known upstairs and told here, so that matching never looks up. */
@Injectable()
export class Chronicle {
  private teller = NOBODY;

  toldBy(teller: Teller): void {
    this.teller = teller;
  }

  lessons(halfLife: number): Promise<Lesson[]> {
    return this.teller.lessons(halfLife);
  }

  requests(most: number): Promise<PastRequest[]> {
    return this.teller.requests(most);
  }
}
