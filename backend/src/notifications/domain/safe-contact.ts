/** The part of a person's plan that says whether a message may be sent to them. Everything not allowed is forbidden (experience.md 2.1, step 8). */
export interface MessagePlan {
  channel: string;
  emailOk: boolean;
}

/** How a person hears that something waits for them, and why so. */
export type Telling = { way: 'mail'; because: 'allowed'; address: string } | { way: 'call'; because: 'not-allowed' | 'no-address' } | { way: 'none'; because: 'comes-self' };

/** A neutral mail only where "safe to e-mail" was ticked and there is an address; nothing for who comes by themselves; else somebody calls or writes the way they said. */
export function tellingOf({ channel, emailOk }: MessagePlan, email: string | null): Telling {
  if (emailOk && email) return { way: 'mail', because: 'allowed', address: email };
  if (channel === 'self') return { way: 'none', because: 'comes-self' };
  return { way: 'call', because: email ? 'not-allowed' : 'no-address' };
}
