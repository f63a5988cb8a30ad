/** A mail that the demo would have sent. */
export class MailView {
  id: string;
  at: string;
  to: string;
  subject: string;
  text: string;
  /** Whether an SMTP server took it. */
  sent: boolean;
}
