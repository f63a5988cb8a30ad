/** Who acts. The platform knows no word of the domain: roles are plain codes, people/ gives them meaning. `person`: who holds a request's number and code; `agency`: who holds its link and the mailed code. */
export interface Actor {
  /** Account id, or null for the public and the system. */
  id: string | null;
  kind: 'staff' | 'public' | 'person' | 'agency' | 'system';
  roles: readonly string[];
  /** Display name; null for the public and the system. Never logged. */
  name: string | null;
  /** The account may open restricted records (trust.md 5: "own + flag"). */
  restricted: boolean;
  /** The request whose number and code a person gave. */
  inquiryId?: string;
  /** The organization for which an agency's visitor answers: the only one whose rows the database shows them. */
  agencyId?: string;
  /** Which member of it acts, where somebody of the agency has an account. */
  memberId?: string;
  /** Of the request that is served, for the audit. */
  requestId?: string;
}

export const PUBLIC: Actor = { id: null, kind: 'public', roles: ['PUB'], name: null, restricted: false };
export const SYSTEM: Actor = { id: null, kind: 'system', roles: ['SYS'], name: null, restricted: true };
/** Somebody with a request's number and code. */
export const personOf = (inquiryId: string, requestId?: string): Actor => ({ id: null, kind: 'person', roles: ['PER'], name: null, restricted: true, inquiryId, ...(requestId && { requestId }) });
/** Somebody with an agency's link and code. */
export const agencyOf = (agencyId: string, requestId?: string): Actor => ({ id: null, kind: 'agency', roles: ['AGY'], name: null, restricted: false, agencyId, ...(requestId && { requestId }) });
/** A member of an agency, in its account: the same rows, and no more than their own roles allow. */
export const memberOf = ({ agencyId, memberId, roles }: { agencyId: string; memberId: string; roles: readonly string[] }, requestId?: string): Actor => ({ ...agencyOf(agencyId, requestId), memberId, roles });
