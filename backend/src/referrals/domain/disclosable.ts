import type { Material } from '../../intake/index.js';
import type { SharedFacts, SharedReach } from '../shared-facts.dto.js';

/** What an agency can be told, each only with the person's consent. */
export const SHARED_FIELDS = ['name', 'reach', 'need', 'words', 'age', 'language', 'insurance', 'area', 'peer', 'veteran'] as const;
export type SharedField = (typeof SHARED_FIELDS)[number];
/** What is proposed: a name to use and how to call back. Everything else is opt-in (trust.md 6.7). */
export const PROPOSED: readonly SharedField[] = ['name', 'reach'];

/** What is shared for whom. */
export interface About {
  service: string;
  /** Topic of the need. */
  topic: string;
}

/** The contact points are the asker's own. */
const WHOSE = { self: 'self', carer: 'helper', professional: 'helper', undisclosed: 'unknown' } as const satisfies Record<Material['asker'], SharedReach['whose']>;

const MAKERS: Readonly<Record<SharedField, (material: Material, about: About) => unknown>> = {
  name: ({ asker, identity }) => identity.person ?? (WHOSE[asker] === 'helper' ? null : identity.contactName), // a helper's name is not the person's
  reach: ({ asker, identity, safe }): SharedReach => {
    const { channel, voicemail, others, name, times, never } = safe;
    return { channel, whose: WHOSE[asker], phone: channel === 'email' ? null : identity.phone, email: channel === 'email' ? identity.email : null, voicemail, others, askFor: name, times, never };
  },
  need: (_, { topic }) => topic,
  words: ({ words }) => words,
  age: ({ facts }) => facts.age ?? null,
  language: ({ facts, language }) => facts.speak ?? language,
  insurance: ({ facts }) => facts.insurance ?? null,
  area: ({ town, zip }) => town ?? zip,
  peer: ({ facts }) => facts.peer ?? null,
  veteran: ({ facts }) => facts.veteran ?? null,
};

/** The agreed facts and nothing else, in a fixed order. */
export function sharedFacts(fields: readonly SharedField[], material: Material, about: About): SharedFacts {
  const chosen = SHARED_FIELDS.filter((field) => fields.includes(field));
  return { service: about.service, ...Object.fromEntries(chosen.map((field) => [field, MAKERS[field](material, about)])) };
}

/** Fields of which something is known, so that nobody is asked to agree to an empty line. */
export const knownFields = (material: Material, about: About): SharedField[] => SHARED_FIELDS.filter((field) => MAKERS[field](material, about) !== null);
