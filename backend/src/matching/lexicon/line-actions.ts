import type { LINE_ACTIONS } from './lexicon.dto.js';

type Action = (typeof LINE_ACTIONS)[number];

/** What may be done to a line by whoever may change any: the product's are never deleted and keep their words. */
export function actionsOf({ author, off }: { author: 'product' | 'desk'; off: boolean }, steps: number): Action[] {
  const own: Action[] = author === 'desk' ? ['change', 'delete'] : ['weigh'];
  return [...own, off ? 'switch-on' : 'switch-off', ...(steps ? (['undo'] as const) : [])];
}

/** As parameters of a statement. */
export const orNull = (...values: readonly (string | undefined)[]): (string | null)[] => values.map((value) => value ?? null);
