/** How the person may be reached, always with what is safe on that way. */
export class SharedReach {
  channel: 'text' | 'phone' | 'email' | 'self';
  /** Whom one reaches there: the person, or somebody who asks for them; `unknown` where that was not said. Not in what was shared before it was asked. */
  whose?: 'self' | 'helper' | 'unknown';
  phone: string | null;
  email: string | null;
  voicemail: boolean | null;
  others: 'hang-up' | 'ask-for-me' | 'say-who' | null;
  /** Name to ask for. */
  askFor: string | null;
  times: string[];
  never: string | null;
}

/** The facts as they are previewed, agreed to, sealed and shown: the same bytes each time. Only agreed members are there. */
export class SharedFacts {
  service: string;
  name?: string | null;
  reach?: SharedReach;
  /** The topic's code. */
  need?: string;
  words?: string | null;
  age?: string | null;
  language?: string;
  insurance?: string | null;
  area?: string | null;
  peer?: string | null;
  veteran?: string | null;
}
