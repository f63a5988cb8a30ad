/** A request of the actor in which nothing was done, and that goes back to the queue soon. */
export class ReturningView {
  id: string;
  reference: string;
  topics: string[];
  /** When it goes back, if nothing happens in it. */
  at: string;
}
