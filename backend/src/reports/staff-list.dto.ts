/** A member of staff as administrators see them. */
export class StaffView {
  id: string;
  name: string;
  email: string;
  roles: string[];
  restricted: boolean;
  active: boolean;
  /** Has no password yet. */
  invited: boolean;
  /** When the newest unused link ends; null when there is none. */
  linkEnds: string | null;
  /** Day of the last request, YYYY-MM-DD in the desk's zone. */
  lastSeen: string | null;
  /** Requests that they have claimed. */
  claimed: number;
  /** Goes back with a change. */
  version: number;
  actions: ('change' | 'deactivate' | 'activate' | 'link')[];
}
