import { SECRET_HERE, type Written } from './shape.js';

export type DeskLetter = 'urgent-unread' | 'urgent-escalated' | 'urgent-held' | 'urgent-crisis' | 'audit-head' | 'audit-broken' | 'account-invited' | 'account-reset' | 'account-granted';

/** Letters to people who work at the desk: in English, as the desk is. */
export const TO_DESK: Readonly<Record<DeskLetter, (desk: string, link: string, facts: string) => Written>> = {
  'urgent-unread': (desk, link) => ({
    subject: `${desk}: please look at the queue now`,
    body: `Something in the queue should be read now.\n\nOpen the desk: ${link}\n\nThis mail says no more on purpose.\n`,
  }),
  'urgent-escalated': (desk, link) => ({
    subject: `${desk}: still waiting for somebody`,
    body: `Something in the queue has waited ten staffed minutes and nobody has opened it.\n\nOpen the desk: ${link}\n\nThis mail says no more on purpose.\n`,
  }),
  'urgent-held': (desk, link) => ({
    subject: `${desk}: a supervisor is needed`,
    body: `Somebody who is not safe deleted what they sent. A supervisor can still act, for 72 hours after it came; then it is gone.\n\nOpen it: ${link}\n\nThis mail says no more on purpose.\n`,
  }),
  'urgent-crisis': (desk, link) => ({
    subject: `${desk}: a colleague calls a supervisor in`,
    body: `A colleague works on something urgent and asks for a supervisor now.\n\nOpen it: ${link}\n\nThis mail says no more on purpose.\n`,
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
    body: `An account at the desk was made for you. Choose a password here, within 72 hours:\n\n${SECRET_HERE}\n\nThe link works once. Afterwards you sign in at ${link}\n\nIf you did not expect this, do nothing.\n`,
  }),
  'account-reset': (desk) => ({
    subject: `${desk}: another password`,
    body: `An administrator sent you a link to choose another password. It works once, for one hour:\n\n${SECRET_HERE}\n\nYour old password works until you use it. When you use it, you are signed out everywhere.\n\nIf you did not ask for this, do nothing and tell an administrator.\n`,
  }),
  'account-granted': (desk, link, facts) => ({
    subject: `${desk}: an account may do more now`,
    body: `An administrator gave an account more rights.\n\n${facts}\n\nThe reason is in the audit. If this surprises you, ask the administrator today.\nThe desk: ${link}\n`,
  }),
};
