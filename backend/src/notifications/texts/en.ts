import { SECRET_HERE, type Texts } from './shape.js';

export const en: Texts = {
  locale: 'en-US',
  letters: {
    // Whoever else reads the mailbox learns nothing: no desk, no need, no service, no code (trust.md 6.8).
    'person-answer': ({ base }) => ({
      subject: 'There is an answer for you',
      body: `There is an answer for you.\n\nRead it with the number and the words you kept:\n\n${base}/en/follow\n\nThis message says no more on purpose.\n`,
    }),
    'agency-referral': ({ desk, facts }) => ({
      subject: 'Someone asked for your help',
      body: `A resource specialist of ${desk} thinks you fit. The person agreed to share a few facts with you.\n\n${facts}\n\nRead and answer here, in a minute, without an account:\n\n${SECRET_HERE}\n\nContinue sends a code to this address.\n`,
    }),
    'agency-replied': ({ desk, facts }) => ({
      subject: 'There is an answer to your question',
      body: `${desk} asked the person what you wanted to know.\n\n${facts}\n\nRead what they said, and say here whether you can help, without an account:\n\n${SECRET_HERE}\n\nNothing happens until you press Continue. Then we send a code to this address.\n`,
    }),
    'agency-code': ({ desk }) => ({
      subject: 'Your code for the page you opened',
      body: `The code:\n\n${SECRET_HERE}\n\nIt works once, for ten minutes, on the page that asks for it. If you opened no page of ${desk}, do nothing.\n`,
    }),
    'agency-taken-back': ({ desk, facts }) => ({
      subject: 'A request was taken back',
      body: `What a person had agreed to share with you through ${desk} was taken back. Please do not contact them, and delete what you wrote down of it.\n\n${facts}\n\nThe link of that mail says it, too. You need not answer.\n`,
    }),
    'agency-listing': ({ desk, facts, count }) => ({
      subject: count === 1 ? 'Is this listing still right? About 2 minutes' : `Are these ${count} listings still right? About 2 minutes`,
      body: `${desk} sends people to you by what your listings say.\n\n${facts}\n\nConfirm or change them here, in about two minutes, without an account:\n\n${SECRET_HERE}\n\nKeep this link: it works for 13 months. Who has it can change your listings, so pass it on inside your place only. The page can also stop our reminders.\n`,
    }),
    'agency-receipt': ({ desk, facts }) => ({
      subject: 'A change of your listing is shown now',
      body: `${desk} shows this now, as it was said on your page:\n\n${facts}\n\nIf that was you, there is nothing to do.\n\nIf it was not you, press "This was not us" here. It is undone at once:\n\n${SECRET_HERE}\n`,
    }),
    'agency-invited': ({ desk, facts }) => ({
      subject: 'You are invited to an account',
      body: `You can have an account at ${desk} for this place:\n\n${facts}\n\nWith it you see in one list what waits for you. There is no password: we mail a code each time.\n\nAccept here within seven days:\n\n${SECRET_HERE}\n\nNothing happens until you press Continue. Nobody needs an account: the links in our other mails go on working. If you do not know why you got this, do nothing.\n`,
    }),
    'agency-passkey-added': ({ desk, base, facts }) => ({
      subject: 'A passkey was added to your account',
      body: `A passkey was added to your account at ${desk} for this place:\n\n${facts}\n\nIf that was you, there is nothing to do.\n\nIf it was not you: sign in with a code, remove it under Passkeys, and sign out everywhere. Then please tell us.\n\n${base}/en/agency\n`,
    }),
    'agency-passkey-stopped': ({ desk, base, facts }) => ({
      subject: 'A passkey of your account was stopped',
      body: `A passkey of your account at ${desk} may have been copied. It opens nothing any more, and who came in with it is signed out. The account is for this place:\n\n${facts}\n\nSign in with a code and remove it under Passkeys. You can add a new one there.\n\n${base}/en/agency\n`,
    }),
    'applicant-received': ({ desk }) => ({
      subject: 'We have what you wrote to us',
      body: `Somebody asked ${desk} to list your place and gave this address. A person reads it and writes back.\n\nSee here where it stands:\n\n${SECRET_HERE}\n\nIf that was not you, do nothing.\n`,
    }),
    'applicant-decided': ({ desk, facts }) => ({
      subject: 'We decided about listing your place',
      body: `A person at ${desk} read what you wrote.\n\n${facts}\n\nRead here why, and what you can do:\n\n${SECRET_HERE}\n`,
    }),
    'agency-heard': ({ desk, facts }) => ({
      subject: 'Your changes were looked at',
      body: `A person at ${desk} looked at the changes you sent.\n\n${facts}\n\nThank you for keeping it true.\n`,
    }),
  },
  answerBy: (when) => `Please answer by ${when}. After that we ask someone else.`,
  mailedOn: (when) => `It is the request that we mailed you about on ${when}.`,
  listings: (count) => `Your listings: ${count}`,
  application: { accepted: 'Your place can be listed. We call or write to you to put it together.', refused: 'Your place is not listed. You can ask once that somebody else looks again.' },
  reminders: { 2: 'We asked you a week ago and did not hear from you.', 3: 'We asked you twice and did not hear from you. This is our last mail; after it we call.' },
  room: { open: 'Room for new people: yes', waitlist: 'Room for new people: there is a waitlist', full: 'Room for new people: none' },
  weeks: (count) => `about ${count} ${count === 1 ? 'week' : 'weeks'}`,
  fullUntil: (day) => `until ${day}`,
  sheet: (count) => `Your sheet: ${count} ${count === 1 ? 'listing' : 'listings'} changed as you said.`,
  changed: (field) => `Changed: ${field}`,
  fields: { hours: 'Opening hours', phones: 'Phone', website: 'Website', eligibility: 'Who it is for', cost: 'Cost', payments: 'Ways to pay', documents: 'What to bring', languages: 'Languages', description: 'Description' },
  taken: (field) => `${field}: taken over.`,
  notTaken: (field, why) => `${field}: not taken over. ${why}`.trim(),
  secretHere: '(the link, which only they get)',
};
