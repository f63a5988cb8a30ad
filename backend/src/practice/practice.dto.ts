import { IsBoolean, IsOptional } from 'class-validator';
import type { PracticeState } from './practice-desk.service.js';

/** How the practice desk stands, and whether who asks was ever there. */
export class PracticeView {
  /** `off`: this desk has none. `resting`: it starts when somebody practises. */
  state: 'off' | 'resting' | 'starting' | 'ready' | 'failed';
  /** What is going on, or why it failed and what to do. */
  says: string;
  /** Whether this account has practised, or said that it does not want to be asked. */
  known: boolean;
  /** Colleagues who practised within the last ten minutes. */
  others: number;

  static of(desk: { state: PracticeState; says: string }, known: boolean, others: number): PracticeView {
    return { state: desk.state, says: desk.says, known, others };
  }
}

/** Makes the practice desk anew. What everybody practised there is gone. */
export class StartAgain {
  /** Also while colleagues practise. */
  @IsOptional() @IsBoolean()
  despiteOthers = false;
}
