import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { SYSTEM, token } from '../../platform/index.js';
import type { Answers } from '../ask/answers/answers.js';
import { SealedVisits, type Sealed } from './sealed-visits.js';

const SWEEP_MS = 60_000;

/** What is kept after sending, until the visit ends: enough to show the receipt again. The answers are gone. */
export interface Sent {
  inquiryId: string;
  reference: string;
  code: string;
  /** By when a person reads it, ISO; absent while desk hours are unset. */
  by?: string;
  /** The person contacts the desk. */
  self: boolean;
  young: boolean;
  /** Fingerprint of the words that were added last: the same words twice are a double click. */
  added?: string;
}

export interface VisitState {
  /** Idempotency key, made when the form opens. */
  key: string;
  startedAt: number;
  /** The trap field was filled in. */
  trapped: boolean;
  answers: Answers;
  sent?: Sent;
}

/** One open form. */
export type Visit = Sealed<VisitState>;

/** Forms being filled in. */
@Injectable()
export class Visits extends SealedVisits<VisitState> implements OnApplicationBootstrap, OnApplicationShutdown {
  private sweeping: NodeJS.Timeout | undefined;

  onApplicationBootstrap(): void {
    this.sweeping = setInterval(() => void this.sweep().catch(() => undefined), SWEEP_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.sweeping);
  }

  begin(answers: Answers = {}): Promise<Visit> {
    return this.start({ key: token(), startedAt: this.clock.now().getTime(), trapped: false, answers });
  }

  /** Visits of every kind. */
  private async sweep(): Promise<void> {
    await this.db.statement(SYSTEM, 'delete from pages.visit where ends_at <= $1', [this.clock.now()]);
  }
}
