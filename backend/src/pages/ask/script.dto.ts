import type { CrisisLineView } from '../../settings/index.js';

/** The form's words in one language. */
export class ScriptView {
  /** BCP 47. */
  language: string;
  /** In itself. */
  name: string;
  dir: 'ltr' | 'rtl';
  /** By the keys of the form's texts, such as `safety.title`; `choice.wording` is the version of what is agreed to. */
  lines: Record<string, string>;
  /** What the desk must report, said before they tell; null where the desk says nothing of it. */
  duty: string | null;
  /** Lines to name when somebody is not safe. */
  crisis: CrisisLineView[];
}
