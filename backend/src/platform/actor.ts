/** Who acts. The platform knows no word of the domain: roles are plain codes, people/ gives them meaning. */
export interface Actor {
  /** Account id, or null for the public and the system. */
  id: string | null;
  kind: 'staff' | 'public' | 'system';
  roles: readonly string[];
  /** Display name; null for the public and the system. Never logged. */
  name: string | null;
  /** The account may open restricted records (trust.md 5: "own + flag"). */
  restricted: boolean;
  /** Of the request that is served, for the audit. */
  requestId?: string;
}

export const PUBLIC: Actor = { id: null, kind: 'public', roles: ['PUB'], name: null, restricted: false };
export const SYSTEM: Actor = { id: null, kind: 'system', roles: ['SYS'], name: null, restricted: true };
