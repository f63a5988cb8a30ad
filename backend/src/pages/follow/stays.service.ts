import { Injectable } from '@nestjs/common';
import type { SharedField } from '../../referrals/index.js';
import type { Key } from '../texts/texts.js';
import { SealedVisits, type Sealed } from '../visit/sealed-visits.js';

/** What is kept while a person is at their own page. Ids stay here, so that no address says anything. */
export interface StayState {
  inquiryId: string;
  /** What was just done, told on the next page once. */
  told?: Key;
  /** The option whose place the person may ask by the desk, and what they would share. */
  asking?: { optionId: string; fields?: SharedField[] };
  /** The option that was declined last: its why may follow. */
  declined?: string;
  /** The way of which the person tells whether it helped. */
  helping?: string;
  /** The option whose listing the person says is wrong. */
  correcting?: string;
  /** Fingerprint of the words that were added last: the same words twice are a double click. */
  added?: string;
}

export type Stay = Sealed<StayState>;

/** People at their own page: like an open form's visit, with a cookie of its own. */
@Injectable()
export class Stays extends SealedVisits<StayState> {
  protected override readonly kind = 'stay/';
}
