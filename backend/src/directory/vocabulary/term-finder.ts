import { Injectable } from '@nestjs/common';
import { Clock, Db, PUBLIC } from '../../platform/index.js';
import { TermSearch, type SearchedTerm } from '../domain/term-search.js';
import { OWN_TERMS } from './crosswalk.sql.js';

const KEPT_MS = 60_000;

/** A term of the product's own vocabulary that can be chosen. */
export interface OwnTerm extends SearchedTerm {
  id: string;
  taxonomy: string;
  taxonomyName: string;
  code: string;
}

/** The one way from what people say to terms of ours: for the desk and for everybody. What is searched is kept nowhere. */
@Injectable()
export class TermFinder {
  private kept: { search: Promise<TermSearch<OwnTerm>>; until: number } | undefined;

  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** All terms, read at most once a minute. */
  search(): Promise<TermSearch<OwnTerm>> {
    const now = this.clock.now().getTime();
    if (!this.kept || this.kept.until < now) this.kept = { until: now + KEPT_MS, search: this.read() };
    return this.kept.search;
  }

  private async read(): Promise<TermSearch<OwnTerm>> {
    try {
      return new TermSearch(await this.db.statement<OwnTerm>(PUBLIC, OWN_TERMS));
    } catch (error) {
      this.kept = undefined;
      throw error;
    }
  }
}
