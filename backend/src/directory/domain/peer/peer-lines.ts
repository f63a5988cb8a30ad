import type { PeerFacts, PeerTerm } from './peer.js';

const OPEN: Readonly<Record<'person' | 'family' | 'both', string>> = { person: 'the person, no relatives', family: 'relatives and friends', both: 'the person and relatives' };
const JOIN: Readonly<Record<'drop-in' | 'registration', string>> = { 'drop-in': 'just come', registration: 'sign up first' };
const ANSWERS: Readonly<Record<'clinical' | 'volunteer' | 'peer', string>> = { clinical: 'Clinicians answer', volunteer: 'Volunteers answer', peer: 'Peers answer' };

/** What a line does without being asked: told where there is a line, also when nobody knows. A person who chooses it reads the same words. */
export const DISPATCH: Readonly<Record<'yes' | 'no' | 'unknown', string>> = {
  yes: 'This line may send help, such as police, without asking.',
  no: 'This line never sends anyone without your consent.',
  unknown: 'We do not know if this line sends help without asking. You can ask them first.',
};

/** Facets as lines for people at the desk, in the order of the form. */
export function peerLines(facts: PeerFacts): { name: string; text: string }[] {
  return allLines(facts).filter(({ text }) => text);
}

const names = (terms: readonly PeerTerm[]): string => terms.map(({ name }) => name).join(', ');

const allLines = (facts: PeerFacts): { name: string; text: string }[] => [
  { name: 'Peer support', text: names(facts.kinds) },
  { name: 'Certified', text: certified(facts) },
  { name: 'They have lived through', text: names(facts.lived) },
  { name: 'The group', text: group(facts) },
  { name: 'The line', text: lineSaid(facts) },
];

function certified({ certified: said, credential, credentialState }: PeerFacts): string {
  if (!said) return '';
  return said === 'no' ? 'No' : ['Yes', credential, credentialState].filter(Boolean).join(', ');
}

const group = ({ openTo, joining, size, trainedBy }: PeerFacts): string =>
  [openTo && `for ${OPEN[openTo]}`, joining && JOIN[joining], size && `up to ${size} people`, trainedBy && `led by somebody trained by ${trainedBy}`].filter(Boolean).join('; ');

/** Who answers a line and what it does without being asked; empty where there is no line. */
export function lineSaid({ line: answers, dispatch, callsADay }: Pick<PeerFacts, 'line' | 'dispatch' | 'callsADay'>): string {
  if (!answers) return '';
  return [`${ANSWERS[answers]}.`, DISPATCH[dispatch ?? 'unknown'], callsADay && `${callsADay} ${callsADay === 1 ? 'call' : 'calls'} a day.`].filter(Boolean).join(' ');
}

/** Each facet by its name, so that one that is taken away has a line too. */
export const peerHistory = (facts: PeerFacts): [string, string | null][] => allLines(facts).map(({ name, text }) => [name, text || null]);
