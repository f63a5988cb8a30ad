import { IsIn } from 'class-validator';

/** What this account knows already, or said that it does not want to be asked again. */
export class FirstStepsView {
  practice: boolean;
  tour: boolean;
}

/** What was tried, ended or put away. */
export class TakeFirstStep {
  @IsIn(['practice', 'tour'], { message: 'known|Name what is known: practice or tour' })
  known: 'practice' | 'tour';
}
