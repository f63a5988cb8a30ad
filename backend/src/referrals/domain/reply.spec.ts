import { replyFaults, type WantedReply } from './reply.js';

describe('what may be sent to an agency that asked', () => {
  it.each<[string, WantedReply, string[]]>([
    ['words with a yes', { text: 'After six.', agreed: true }, []],
    ['they would rather not say', { declined: true }, []],
    ['they would rather not say, with an empty field left over', { declined: true, text: '  ' }, []],
    ['words without a yes', { text: 'After six.' }, ['agreed']],
    ['words and a no', { text: 'After six.', agreed: false }, ['agreed']],
    ['a yes to nothing', { text: ' \n ', agreed: true }, ['text']],
    ['nothing', {}, ['text', 'agreed']],
    ['words although they would rather not say', { text: 'After six.', agreed: true, declined: true }, ['text']],
  ])('%s', (_, reply, faults) => expect(replyFaults(reply).map(({ field }) => field)).toEqual(faults));
});
