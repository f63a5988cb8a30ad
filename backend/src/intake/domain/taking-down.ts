import type { Channel, Topic } from './codes.js';

/** How a request reached somebody of the desk who wrote it down. */
export const CAME_BY = ['phone', 'walk-in', 'letter', 'email'] as const;
export type CameBy = (typeof CAME_BY)[number];

/** How consent was asked for where no form was shown: aloud, or they had written it themselves. */
export const ASKED_HOW = ['aloud', 'written'] as const;
export type AskedHow = (typeof ASKED_HOW)[number];

/** Days after which a draft that nobody went on with is thrown away: it tells of somebody who has not agreed to anything yet. */
export const DRAFT_DAYS = 7;

/** The needs of what was written down: own words are enough by themselves, as on the form. Empty: nothing was said yet. */
export const topicsSaid = (topics: readonly Topic[], words: string | undefined): Topic[] => (topics.length || !words?.trim() ? [...topics] : ['not-sure']);

/** Whether a hint at other requests may be looked for: never where violence was named, and only by a way that the person gives for themselves. */
export const mayHint = (topics: readonly Topic[], channel: Channel): boolean => channel !== 'self' && !topics.includes('abuse');
