import { Injectable } from '@nestjs/common';
import { Erasure } from '../../intake/index.js';
import { Farewell } from '../../referrals/index.js';
import { at } from '../frame/scene.js';
import type { Outcome } from '../visit/visitor.js';
import { Stays } from './stays.service.js';
import { formOf, pageOf, told, type Again, type Steps, type Turn } from './turn.js';
import { erasePage, withdrawPage } from './views/tell-views.js';

/** Stopping a request, and deleting everything. Each says first what it does. */
@Injectable()
export class LeavingSteps {
  readonly steps: Steps = {
    withdraw: { show: (turn, again) => this.withdraw(turn, again), act: (turn) => this.withdrawn(turn) },
    erase: { show: (turn, again) => this.erase(turn, again), act: (turn) => this.erased(turn) },
  };

  constructor(
    private readonly farewell: Farewell,
    private readonly erasure: Erasure,
    private readonly stays: Stays,
  ) {}

  private withdraw(turn: Turn, { status, faults }: Again = { status: 200 }): Promise<Outcome> {
    return Promise.resolve(pageOf(withdrawPage(formOf(turn, faults)), status));
  }

  private async withdrawn(turn: Turn): Promise<Outcome> {
    await this.farewell.withdraw(turn.actor, turn.inquiry.id);
    return told(turn, 'told.withdrawn');
  }

  private async erase(turn: Turn, { status, faults }: Again = { status: 200 }): Promise<Outcome> {
    return pageOf(erasePage(formOf(turn, faults), await this.erasure.heldBack(turn.actor, turn.inquiry), turn.zone), status);
  }

  private async erased({ actor, inquiry, stay, v }: Turn): Promise<Outcome> {
    await this.farewell.erase(actor, inquiry.id);
    await this.stays.close(stay.cookie);
    return { to: at(v, '/follow/erased'), stay: null };
  }
}
