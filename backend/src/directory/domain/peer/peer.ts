export const OPEN_TO = ['person', 'family', 'both'] as const;
export const JOINING = ['drop-in', 'registration'] as const;
/** Who answers a line. */
export const LINES = ['clinical', 'volunteer', 'peer'] as const;

/** A term of the vocabulary with its names. */
export interface PeerTerm {
  code: string;
  name: string;
  nameEs: string | null;
}

/** What a service says of its peer support. Null, or none of a list: nobody said. `Term` is a term, or its code where it is written. */
export interface PeerFacts<Term = PeerTerm> {
  /** Kinds of help by people who have been there: taxonomy `peer-kind`. */
  kinds: readonly Term[];
  certified: 'yes' | 'no' | null;
  credential: string | null;
  /** Two letters. */
  credentialState: string | null;
  /** What the people who help have lived through, as they or their group declared it, never inferred: taxonomy `lived-experience`. */
  lived: readonly Term[];
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

export const NO_PEER: PeerFacts<never> = { kinds: [], certified: null, credential: null, credentialState: null, lived: [], openTo: null, joining: null, size: null, trainedBy: null, line: null, dispatch: null, callsADay: null };
export const saysNothing = (facts: PeerFacts<string>): boolean => JSON.stringify(facts) === JSON.stringify(NO_PEER);

/** The facts as they are written down: terms by their codes. */
export const written = ({ kinds, lived, ...facts }: PeerFacts): PeerFacts<string> => ({ ...facts, kinds: kinds.map(({ code }) => code), lived: lived.map(({ code }) => code) });
