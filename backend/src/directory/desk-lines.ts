import type { Tx } from '../platform/index.js';
import { PEER } from './directory.sql.js';
import { peerHistory } from './domain/peer/peer-lines.js';
import { NO_PEER, type PeerFacts } from './domain/peer/peer.js';
import { AREAS } from './editing/areas.sql.js';

/** Parts that only stewards change, by forms of their own. */
export const DESK_FIELDS = ['areas', 'peer'] as const;
export type DeskField = (typeof DESK_FIELDS)[number];

/** What a part says, by the names of the history; null for nothing. */
export type Lines = readonly (readonly [name: string, text: string | null])[];

export const DESK_LINES: Readonly<Record<DeskField, (tx: Tx, serviceId: string) => Promise<Lines>>> = {
  async areas(tx, serviceId) {
    const areas = await tx.query<{ label: string }>(AREAS, [serviceId]);
    return [['areas', areas.map(({ label }) => label).join('\n') || null]];
  },
  async peer(tx, serviceId) {
    const [row] = await tx.query<{ peer: PeerFacts | null }>(`select ${PEER} as peer from directory.service s where s.id = $1`, [serviceId]);
    return peerHistory(row?.peer ?? NO_PEER);
  },
};
