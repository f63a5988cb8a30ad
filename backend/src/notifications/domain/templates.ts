/** A mail as it is written. No mail names a person who asks, a need or a service (trust.md 1, 6.8). */
export interface Written {
  subject: string;
  body: string;
}

export type MailKind = 'urgent-unread' | 'urgent-escalated' | 'audit-head' | 'audit-broken' | 'account-invited' | 'account-reset' | 'account-granted';

/** Stands in the row for the one-time link, which is put in when the letter is handed out: no row holds it. */
const LINK_HERE = '{one-time link}';
const WITH_LINK = ['account-invited', 'account-reset'];

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
  'account-invited': (desk, link) => ({
    subject: `${desk}: your account`,
    body: `An account at the desk was made for you. Choose a password here, within 72 hours:\n\n${LINK_HERE}\n\nThe link works once. Afterwards you sign in at ${link}\n\nIf you did not expect this, do nothing.\n`,
  }),
  'account-reset': (desk) => ({
    subject: `${desk}: another password`,
    body: `An administrator sent you a link to choose another password. It works once, for one hour:\n\n${LINK_HERE}\n\nYour old password works until you use it. When you use it, you are signed out everywhere.\n\nIf you did not ask for this, do nothing and tell an administrator.\n`,
  }),
  'account-granted': (desk, link, facts) => ({
    subject: `${desk}: an account may do more now`,
    body: `An administrator gave an account more rights.\n\n${facts}\n\nThe reason is in the audit. If this surprises you, ask the administrator today.\nThe desk: ${link}\n`,
  }),
};

/** The letter as it is handed out. */
export const withLink = (kind: string, body: string, link: () => string): string => (WITH_LINK.includes(kind) ? body.replace(LINK_HERE, link) : body);

/** The mail's text. `base` is the configured address; nothing else may become a link. `facts` are lines of the product's own. */
export const written = (kind: MailKind, { desk, base, facts = [] }: { desk: string; base: string; facts?: readonly string[] }): Written => TEXTS[kind](desk.replace(/[\r\n]+/g, ' '), `${base}/desk`, facts.join('\n'));
