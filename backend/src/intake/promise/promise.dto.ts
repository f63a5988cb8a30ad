/** The promise of a first contact, as everybody at the desk may know it. */
export class PromiseView {
  /** By when somebody is to hear from the desk for the first time; null while the clock stands still, and where nothing was promised. It stays when they did. */
  dueAt: string | null;
  /** Seconds of staffed time that are left while the desk waits for the person. */
  dueLeft: number | null;
  /** The first contact; null until then. */
  contactedAt: string | null;
  /** Whether the first contact was in time; null until then. */
  promiseKept: boolean | null;
}
