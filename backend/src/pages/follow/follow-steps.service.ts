import { Injectable } from '@nestjs/common';
import { Settings } from '../../settings/index.js';
import { readBy } from '../frame/desk-hours.js';
import type { Outcome } from '../visit/visitor.js';
import { CorrectingSteps } from './correcting.service.js';
import { ChoosingSteps } from './choosing.service.js';
import { LeavingSteps } from './leaving.service.js';
import { Pictures } from './pictures.service.js';
import { TellingSteps } from './telling.service.js';
import { formOf, pageOf, type Again, type Step, type Steps, type Turn } from './turn.js';
import { homePage } from './views/home-view.js';

/** Every page and act behind the door, by the last part of its address. */
@Injectable()
export class FollowSteps {
  readonly home: Step = { show: (turn, again) => this.show(turn, again) };
  private readonly steps: Steps;

  constructor(
    private readonly pictures: Pictures,
    private readonly settings: Settings,
    choosing: ChoosingSteps,
    telling: TellingSteps,
    leaving: LeavingSteps,
    correcting: CorrectingSteps,
  ) {
    this.steps = { ...choosing.steps, ...telling.steps, ...leaving.steps, ...correcting.steps };
  }

  of(page: string): Step | undefined {
    return Object.hasOwn(this.steps, page) ? this.steps[page] : undefined;
  }

  private async show(turn: Turn, again?: Again): Promise<Outcome> {
    const { v, stay, actor, inquiry, zone } = turn;
    const { told } = stay.state;
    delete stay.state.told;
    const by = readBy(await this.settings.desk(), inquiry);
    const picture = await this.pictures.of(actor, inquiry, v.language.code);
    return pageOf(homePage({ f: formOf(turn, again?.faults), picture, zone, by, told }), again?.status);
  }
}
