import type { Form } from '../../frame/fields.js';
import type { Answers } from '../answers/answers.js';

/** What the page of a question may know. `answers` holds what was typed, right or wrong. */
export interface AskProps {
  f: Form;
  answers: Answers;
  /** The operator's sentence about what must be reported; empty when it is switched off. */
  duty: string;
  /** Places that what was typed may mean; empty when nothing is asked about it. */
  meant: readonly string[];
}
