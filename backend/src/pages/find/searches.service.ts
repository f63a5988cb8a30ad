import { Injectable } from '@nestjs/common';
import { SealedVisits, type Sealed } from '../visit/sealed-visits.js';
import type { Search } from './search.js';

/** A search of the public list, and the page that was looked at last. */
export interface SearchState {
  search: Search;
  page: number;
}

/** Searches of the public list: kept like an open form, sealed for 20 minutes, with a cookie of their own. */
@Injectable()
export class Searches extends SealedVisits<SearchState> {
  protected override readonly kind = 'search/';

  /** A new search takes the place of the one before. The cookie's new value; undefined where it stays. */
  async take(cookie: string | undefined, state: SearchState): Promise<string | undefined> {
    const open = await this.find(cookie);
    if (!open) return (await this.start(state)).cookie;
    await this.keep({ ...open, state });
    return undefined;
  }

  /** Remembers the page, so that the way back from a listing leads to it. */
  async turn(open: Sealed<SearchState>, page: number): Promise<void> {
    if (open.state.page !== page) await this.keep({ ...open, state: { ...open.state, page } });
  }
}
