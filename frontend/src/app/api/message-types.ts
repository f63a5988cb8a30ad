import type { components } from './schema';

/** Shapes of letters, from the generated contract. */
type Schemas = components['schemas'];

export type LetterText = Schemas['LetterText'];
export type TellingView = Schemas['TellingView'];
export type WrittenLetterView = Schemas['WrittenLetterView'];
export type MessagesView = Schemas['MessagesView'];
export type AgencyLetterView = Schemas['AgencyLetterView'];
