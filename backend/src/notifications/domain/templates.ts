/** A mail as it is written. No mail names a person, a need or a service (trust.md 1, 6.8). */
export interface Written {
  subject: string;
  body: string;
}

export type MailKind = 'urgent-unread' | 'urgent-escalated';

const TEXTS: Readonly<Record<MailKind, (desk: string, link: string) => Written>> = {
  'urgent-unread': (desk, link) => ({
    subject: `${desk}: please look at the queue now`,
    body: `Something in the queue should be read now.\n\nOpen the desk: ${link}\n\nThis mail says no more on purpose.\n`,
  }),
  'urgent-escalated': (desk, link) => ({
    subject: `${desk}: still waiting for somebody`,
    body: `Something in the queue has waited ten staffed minutes and nobody has opened it.\n\nOpen the desk: ${link}\n\nThis mail says no more on purpose.\n`,
  }),
};

/** The mail's text. `base` is the configured address; nothing else may become a link. */
export const written = (kind: MailKind, desk: string, base: string): Written => TEXTS[kind](desk.replace(/[\r\n]+/g, ' '), `${base}/desk`);
