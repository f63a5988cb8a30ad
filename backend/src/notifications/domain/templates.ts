/** A mail as it is written. No mail names a person who asks, a need or a service (trust.md 1, 6.8). */
export interface Written {
  subject: string;
  body: string;
}

export type MailKind = 'urgent-unread' | 'urgent-escalated' | 'urgent-held' | 'audit-head' | 'audit-broken' | 'account-invited' | 'account-reset' | 'account-granted' | 'agency-referral' | 'agency-code' | 'agency-listing' | 'agency-heard' | 'person-answer';

/** Stands in the row for a link or code, which is put in when the letter is handed out: no row holds it. */
export const SECRET_HERE = '{secret}';

const TEXTS: Readonly<Record<Exclude<MailKind, 'person-answer'>, (desk: string, link: string, facts: string) => Written>> = {
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
  'agency-referral': (desk, _, facts) => ({
    subject: `Someone asked for your help`,
    body: `A resource specialist of ${desk} thinks you fit, and the person said yes to sharing a few facts with you and with no one else.\n\n${facts}\n\nRead and answer here, in about a minute, without an account:\n\n${SECRET_HERE}\n\nNothing happens until you press Continue. Then we send a code to this address.\n`,
  }),
  'agency-code': (desk) => ({
    subject: `Your code for the page you opened`,
    body: `The code:\n\n${SECRET_HERE}\n\nIt works once, for ten minutes, on the page that asked for it. If you did not open a page of ${desk}, do nothing.\n`,
  }),
  'agency-listing': (desk, _, facts) => ({
    subject: `Are your listings still right?`,
    body: `${desk} sends people to you by what your listings say.\n\n${facts}\n\nConfirm or change them here, in about two minutes, without an account:\n\n${SECRET_HERE}\n\nKeep this link: it works for 13 months.\n`,
  }),
  'agency-heard': (desk, _, facts) => ({
    subject: `Your changes were looked at`,
    body: `A person at ${desk} looked at the changes you sent.\n\n${facts}\n\nThank you for keeping it true.\n`,
  }),
};

/** To the person who asked. Whoever else reads the mailbox learns nothing: no desk, no need, no service, no code (trust.md 6.8). */
const TO_PERSON: Readonly<Record<'en' | 'es', (base: string) => Written>> = {
  en: (base) => ({ subject: 'There is an answer for you', body: `There is an answer for you.\n\nRead it with the number and the words you kept:\n\n${base}/en/follow\n\nThis message says no more on purpose.\n` }),
  es: (base) => ({ subject: 'Hay una respuesta para usted', body: `Hay una respuesta para usted.\n\nPuede leerla con el número y las palabras que guardó:\n\n${base}/es/follow\n\nEste mensaje no dice más a propósito.\n` }),
};

interface Around {
  desk: string;
  /** The configured address; nothing else may become a link. */
  base: string;
  /** Lines of the product's own. */
  facts?: readonly string[];
  language?: string;
  path?: string;
}

/** The mail's text. */
export function written(kind: MailKind, { desk, base, facts = [], language = 'en', path = '' }: Around): Written {
  if (kind === 'person-answer') return (language === 'es' ? TO_PERSON.es : TO_PERSON.en)(base);
  return TEXTS[kind](desk.replace(/[\r\n]+/g, ' '), `${base}/desk${path}`, facts.join('\n'));
}
