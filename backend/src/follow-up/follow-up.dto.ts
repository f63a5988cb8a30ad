/** A day on which to ask again: reference and day, no name. */
export class FollowUpView {
  id: string;
  inquiryId: string;
  reference: string;
  /** Local day at the desk, YYYY-MM-DD. */
  dueOn: string;
  kind: 'did-it-help';
}
