import type { CrisisLineView } from '../../settings/index.js';
import { fill, type Key, type Language, type ProseKey, type Values } from '../texts/texts.js';

/** `language`: what label and note are written in; not always the page's. */
export type Line = Pick<CrisisLineView, 'kind' | 'label' | 'target' | 'note' | 'language'>;

/** What every page shows around its own content. */
export interface Surroundings {
  desk: { name: string; phone: string | null };
  /** Desk hours in words, empty until they are set. */
  hours: string;
  lines: readonly Line[];
  /** Whether the form may be used. */
  open: boolean;
  /** Where "Leave this site" goes. */
  exit: string;
  demo: boolean;
}

/** One page's view of the world: language, address and surroundings. */
export interface Scene extends Surroundings {
  language: Language;
  /** Address without the language, such as /ask/who. */
  path: string;
}

/** A text of the page's language, holes filled. */
export const say = ({ language }: Pick<Scene, 'language'>, key: Key, values?: Values): string => fill(language.texts[key], values, language.locale);
export const prose = ({ language }: Pick<Scene, 'language'>, key: ProseKey): readonly string[] => language.texts[key];
/** An address in the page's language. */
export const at = ({ language }: Pick<Scene, 'language'>, path: string): string => `/${language.code}${path}`;
