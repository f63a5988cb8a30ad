import { LANGUAGE_TAG } from '../../intake/index.js';
import type { Scene } from './scene.js';

/** A language's code by its name in the page's language; what people typed stays as it is. */
export function languageName({ language }: Pick<Scene, 'language'>, value: string): string {
  if (!LANGUAGE_TAG.test(value)) return value;
  return new Intl.DisplayNames([language.locale], { type: 'language' }).of(value) ?? value;
}
