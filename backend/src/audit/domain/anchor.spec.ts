import { anchorLine, hashesBySeq, readAnchors } from './anchor.js';

const HASH = 'a'.repeat(64);
const OTHER = 'b'.repeat(64);
const AT = new Date('2026-11-24T21:00:00.000Z');

describe('anchors of the audit chain', () => {
  it('are read as they were written', () => {
    const text = anchorLine(AT, { seq: 7, hash: HASH }) + anchorLine(AT, { seq: 12, hash: OTHER });
    expect(readAnchors(text)).toEqual({ anchors: [{ seq: 7, hash: HASH }, { seq: 12, hash: OTHER }], unreadable: 0 });
  });

  it.each(['2026-11-24T21:00:00.000Z 7 aaa', 'nonsense', `2026-11-24T21:00:00.000Z -1 ${HASH}`, `7 ${HASH}`])('count %s as unreadable and read on', (line) => {
    expect(readAnchors(`${line}\n${anchorLine(AT, { seq: 7, hash: HASH })}`)).toEqual({ anchors: [{ seq: 7, hash: HASH }], unreadable: 1 });
  });

  it('keep both hashes of a sequence number that was anchored twice', () => {
    expect(hashesBySeq([{ seq: 7, hash: HASH }, { seq: 7, hash: OTHER }]).get(7)).toEqual(new Set([HASH, OTHER]));
  });
});
