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
      body: `The code:\n\n${SECRET_HERE}\n\nIt works once, for ten minutes, on the page of the link. If you opened no page of ${desk}, do nothing.\n`,
    }),
    'agency-taken-back': ({ desk, facts }) => ({
      subject: 'A request was taken back',
      body: `What a person had agreed to share with you through ${desk} was taken back. Please do not contact them, and delete what you wrote down of it.\n\n${facts}\n\nThe link of that mail says it, too. You need not answer.\n`,
    }),
    'agency-listing': ({ desk, facts }) => ({
      subject: 'Are your listings still right?',
      body: `${desk} sends people to you by what your listings say.\n\n${facts}\n\nConfirm or change them here, in about two minutes, without an account:\n\n${SECRET_HERE}\n\nKeep this link: it works for 13 months.\n`,
    }),
    'agency-heard': ({ desk, facts }) => ({
      subject: 'Your changes were looked at',
      body: `A person at ${desk} looked at the changes you sent.\n\n${facts}\n\nThank you for keeping it true.\n`,
    }),
  },
  answerBy: (when) => `Please answer by ${when}. After that we ask someone else.`,
  mailedOn: (when) => `It is the request that we mailed you about on ${when}.`,
  listings: (count) => `Your listings: ${count}`,
  fields: { hours: 'Opening hours', phones: 'Phone', description: 'Description' },
  taken: (field) => `${field}: taken over.`,
  notTaken: (field, why) => `${field}: not taken over. ${why}`.trim(),
  secretHere: '(the link, which only they get)',
};
