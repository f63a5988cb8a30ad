/** Kinds of help by people who have been there. */
export const PEER_KINDS = ['one-to-one', 'group', 'warmline', 'respite', 'drop-in', 'family', 'youth', 'recovery-coach', 'bridger', 'reentry', 'veteran', 'workplace', 'online'] as const;
/** What the people who help have lived through, as they or their group declared it: never inferred. */
export const LIVED = ['voices', 'mood', 'trauma', 'eating', 'substance-use', 'suicide-attempt', 'suicide-loss', 'hospital', 'justice', 'homelessness', 'lgbtq', 'rural', 'faith', 'veteran', 'parent'] as const;
export const OPEN_TO = ['person', 'family', 'both'] as const;
export const JOINING = ['drop-in', 'registration'] as const;
/** Who answers a line. */
export const LINES = ['clinical', 'volunteer', 'peer'] as const;

/** What a service says of its peer support. Null, or none of a list: nobody said. */
export interface PeerFacts {
  kinds: readonly (typeof PEER_KINDS)[number][];
  certified: 'yes' | 'no' | null;
  credential: string | null;
  /** Two letters. */
  credentialState: string | null;
  lived: readonly (typeof LIVED)[number][];
  openTo: (typeof OPEN_TO)[number] | null;
  joining: (typeof JOINING)[number] | null;
  /** People in a group. */
  size: number | null;
  trainedBy: string | null;
  line: (typeof LINES)[number] | null;
  /** Whether the line may send help, such as police, without the caller's consent. */
  dispatch: 'yes' | 'no' | null;
  callsADay: number | null;
}

export const NO_PEER: PeerFacts = { kinds: [], certified: null, credential: null, credentialState: null, lived: [], openTo: null, joining: null, size: null, trainedBy: null, line: null, dispatch: null, callsADay: null };
export const saysNothing = (facts: PeerFacts): boolean => JSON.stringify(facts) === JSON.stringify(NO_PEER);
