import { Injectable } from '@nestjs/common';
import { FirstSteps } from '../people/index.js';
import { conflict, type Actor } from '../platform/index.js';
import { Passing } from './passing.service.js';
import { PracticeDesk } from './practice-desk.service.js';
import { PracticeView, type StartAgain } from './practice.dto.js';

/** Going to practise, and starting again there. */
@Injectable()
export class Practice {
  constructor(
    private readonly desk: PracticeDesk,
    private readonly passing: Passing,
    private readonly steps: FirstSteps,
  ) {}

  async view(actor: Actor): Promise<PracticeView> {
    return PracticeView.of(this.desk, (await this.steps.of(actor)).practice, await this.passing.others(actor));
  }

  /** Begins to get it ready and answers at once: who asks looks again until it is. */
  async begin(actor: Actor): Promise<PracticeView> {
    await this.steps.take(actor, { known: 'practice' });
    this.started(false);
    return this.view(actor);
  }

  /** Throws 409 with the number of colleagues who practise too: their practice would be gone. */
  async again(actor: Actor, { despiteOthers }: StartAgain): Promise<PracticeView> {
    const others = await this.passing.others(actor);
    if (others && !despiteOthers) throw conflict('practice.others', `${others === 1 ? 'A colleague practises' : `${others} colleagues practise`} here too. Starting again would end what they practise.`, { others });
    this.started(true);
    return this.view(actor);
  }

  /** What goes wrong is told by the view. */
  private started(anew: boolean): void {
    void this.desk.start(anew).catch(() => undefined);
  }
}
