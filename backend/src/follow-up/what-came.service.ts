import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Chronicle, type Lesson, type PastRequest, type Teller } from '../matching/index.js';
import { Db, SYSTEM } from '../platform/index.js';
import { LESSONS, REQUESTS } from './what-came.sql.js';

/** Tells matching what came of earlier matches: counts for each service and topic, and requests by their plain columns. Nobody's words, and nothing that is sealed. */
@Injectable()
export class WhatCame implements OnModuleInit, Teller {
  constructor(
    private readonly db: Db,
    private readonly chronicle: Chronicle,
  ) {}

  onModuleInit(): void {
    this.chronicle.toldBy(this);
  }

  lessons(halfLife: number): Promise<Lesson[]> {
    return this.db.statement<Lesson>(SYSTEM, LESSONS, [halfLife]);
  }

  requests(most: number): Promise<PastRequest[]> {
    return this.db.statement<PastRequest>(SYSTEM, REQUESTS, [most]);
  }
}
