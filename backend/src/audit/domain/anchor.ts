/** The chain's head at a moment: how many seals there were, and the hash of the last. */
export interface Anchor {
  seq: number;
  hash: string;
}

export interface AnchorFile {
  anchors: readonly Anchor[];
  /** Lines that are no anchors: half a line after a power cut, or somebody's edit. */
  unreadable: number;
}

const LINE = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z (\d{1,15}) ([0-9a-f]{64})$/;

export const anchorLine = (at: Date, { seq, hash }: Anchor): string => `${at.toISOString()} ${seq} ${hash}\n`;

export function readAnchors(text: string): AnchorFile {
  const lines = text.split('\n').filter(Boolean);
  const anchors = lines.map((line) => LINE.exec(line)).filter((match) => match !== null).map(([, seq, hash = '']) => ({ seq: Number(seq), hash }));
  return { anchors, unreadable: lines.length - anchors.length };
}

/** Hashes that were anchored for a sequence number. Two different ones mean that the chain was rewritten between them. */
export function hashesBySeq(anchors: readonly Anchor[]): ReadonlyMap<number, ReadonlySet<string>> {
  const known = new Map<number, Set<string>>();
  for (const { seq, hash } of anchors) known.set(seq, (known.get(seq) ?? new Set()).add(hash));
  return known;
}
