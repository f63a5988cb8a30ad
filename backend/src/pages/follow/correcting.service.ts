import { Injectable } from '@nestjs/common';
import type { Wrong } from '../../directory/index.js';
import { notFound } from '../../platform/index.js';
import { Options, type OptionView } from '../../referrals/index.js';
import type { Outcome } from '../visit/visitor.js';
import { saidIn, WrongPages } from '../find/wrong-pages.service.js';
import { wrongPage } from '../find/wrong-view.js';
import { idIn } from './choosing.service.js';
import { formOf, goTo, pageOf, told, type Again, type Steps, type Turn } from './turn.js';

/** "Something here is wrong", of a place that was offered. The listing learns what is wrong, and nothing of the request. */
@Injectable()
export class CorrectingSteps {
  readonly steps: Steps = {
    correct: { act: (turn) => this.begin(turn) },
    wrong: { show: (turn, again) => this.ask(turn, again), act: (turn) => this.say(turn) },
  };

  constructor(
    private readonly options: Options,
    private readonly wrong: WrongPages,
  ) {}

  private async begin(turn: Turn): Promise<Outcome> {
    const id = idIn(turn, 'option');
    await this.option(turn, id);
    turn.stay.state.correcting = id;
    return goTo(turn, 'wrong');
  }

  private async ask(turn: Turn, again: Again = { status: 200 }): Promise<Outcome> {
    const { correcting } = turn.stay.state;
    if (!correcting) return goTo(turn);
    const { name } = await this.option(turn, correcting);
    return pageOf(wrongPage({ f: formOf(turn, again.faults), name, back: '/follow', idle: '/follow/closed' }, again.typed ? saidIn(turn.v, turn.visitor) : {}), again.status);
  }

  private async say(turn: Turn): Promise<Outcome> {
    const { stay, visitor, v } = turn;
    if (!stay.state.correcting) return goTo(turn);
    const { faults, wrong, words } = saidIn(v, visitor);
    if (faults.length) return this.ask(turn, { status: 422, faults, typed: true });
    const { serviceId } = await this.option(turn, stay.state.correcting);
    await this.wrong.keep(visitor, serviceId, { wrong: wrong as Wrong, words });
    delete stay.state.correcting;
    return told(turn, 'told.wrong');
  }

  /** Throws 404 for an option that is not the person's. */
  private async option({ actor, inquiry }: Turn, id: string): Promise<OptionView> {
    const option = (await this.options.list(actor, inquiry.id)).find((one) => one.id === id);
    if (!option) throw notFound('inquiry');
    return option;
  }
}
