import type { Tx } from '../platform/index.js';
import { PEER } from './directory.sql.js';
import { peerHistory } from './domain/peer/peer-lines.js';
import { NO_PEER, type PeerFacts } from './domain/peer/peer.js';
import { AREAS } from './editing/areas.sql.js';

/** What a listing says of its parts that only stewards change, by the names of the history. */
export async function deskLines(tx: Tx, serviceId: string): Promise<{ field: 'areas' | 'peer'; lines: [name: string, text: string | null][] }[]> {
  const areas = await tx.query<{ label: string }>(AREAS, [serviceId]);
  const [row] = await tx.query<{ peer: PeerFacts | null }>(`select ${PEER} as peer from directory.service s where s.id = $1`, [serviceId]);
  return [
    { field: 'areas', lines: [['areas', areas.map(({ label }) => label).join('\n') || null]] },
    { field: 'peer', lines: peerHistory(row?.peer ?? NO_PEER) },
  ];
}
