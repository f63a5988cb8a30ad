import { assignRefusal, type AssignFacts, type Taker } from './assigning.js';

const ANA: Taker = { id: 'ana', name: 'Ana Rios', restricted: true };
const MEI: Taker = { id: 'mei', name: 'Mei Tan', restricted: false };
const MINE: AssignFacts = { status: 'claimed', mine: true, owner: 'Ruth Adler', assignee: 'ruth', restricted: false, knownBy: [] };
const THEIRS: Partial<AssignFacts> = { mine: false, owner: 'Sol Vega', assignee: 'sol' };
const FREE: Partial<AssignFacts> = { status: 'new', mine: false, owner: null, assignee: null };

describe('a request is given to a colleague', () => {
  it.each<[string, Partial<AssignFacts>, Taker | undefined, string | undefined, string | undefined]>([
    ['one of one’s own', {}, ANA, undefined, undefined],
    ['a colleague’s', THEIRS, ANA, 'not-yours', undefined],
    ['one that nobody has', FREE, ANA, 'not-claimed', undefined],
    ['to who has it', { assignee: 'ana' }, ANA, 'same', 'same'],
    ['to nobody who works on requests', {}, undefined, 'no-taker', 'no-taker'],
    ['a restricted one to who may open it', { restricted: true }, ANA, undefined, undefined],
    ['a restricted one to who may not', { restricted: true }, MEI, 'taker-restricted', 'taker-restricted'],
    ['to who knows the person', { knownBy: ['mei', 'ana'] }, ANA, 'taker-knows', 'taker-knows'],
    ['while another one knows the person', { knownBy: ['mei'] }, ANA, undefined, undefined],
  ])('%s', (_, over, taker, code, supervisors) => {
    expect([assignRefusal({ ...MINE, ...over }, taker, false)?.code, assignRefusal({ ...MINE, ...over }, taker, true)?.code]).toEqual([code, supervisors]);
  });
});
