/** A mail as it is written. No mail names a person, a need or a service (trust.md 1, 6.8). */
export interface Written {
  subject: string;
  body: string;
}

export type MailKind = 'urgent-unread' | 'urgent-escalated' | 'audit-head' | 'audit-broken';

const TEXTS: Readonly<Record<MailKind, (desk: string, link: string, facts: string) => Written>> = {
  'urgent-unread': (desk, link) => ({
    subject: `${desk}: please look at the queue now`,
    body: `Something in the queue should be read now.\n\nOpen the desk: ${link}\n\nThis mail says no more on purpose.\n`,
  }),
  'urgent-escalated': (desk, link) => ({
    subject: `${desk}: still waiting for somebody`,
    body: `Something in the queue has waited ten staffed minutes and nobody has opened it.\n\nOpen the desk: ${link}\n\nThis mail says no more on purpose.\n`,
  }),
  'audit-head': (desk, _, facts) => ({
    subject: `${desk}: the audit is whole`,
    body: `The chain of the audit was computed again and is whole.\n\n${facts}\n\nKeep this mail: whoever rewrites the chain later cannot change it.\n`,
  }),
  'audit-broken': (desk, link, facts) => ({
    subject: `${desk}: the audit is broken`,
    body: `The chain of the audit was computed again and does not hold.\n\n${facts}\n\nLeave the database as it is and tell whoever is responsible for privacy.\nThe desk: ${link}\n`,
  }),
};

/** The mail's text. `base` is the configured address; nothing else may become a link. `facts` are lines of the product's own. */
export const written = (kind: MailKind, { desk, base, facts = [] }: { desk: string; base: string; facts?: readonly string[] }): Written => TEXTS[kind](desk.replace(/[\r\n]+/g, ' '), `${base}/desk`, facts.join('\n'));
