import { Injectable } from '@nestjs/common';
import { Db, invalid, notFound, sha256, type Actor, type Tx } from '../../platform/index.js';
import { NO_PEER, saysNothing, type PeerFacts } from '../domain/peer/peer.js';
import { PEER } from '../directory.sql.js';
import { PartEditing } from './part-editing.service.js';
import type { EditablePeer, EditPeer } from './peer.dto.js';

const READ = `select ${PEER} as peer from directory.service s where s.id = $1`;
const DROP = 'delete from directory.peer where service_id = $1';
const WRITE = `
insert into directory.peer (service_id, kinds, certified, credential, credential_state, lived, open_to, joining, size, trained_by, line, dispatch, calls_a_day)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`;

const MEMBERS = Object.keys(NO_PEER) as (keyof PeerFacts)[];
/** The facts in their one form, whatever comes with them and in whatever order. */
const tidy = (facts: PeerFacts): PeerFacts => Object.fromEntries(MEMBERS.map((member) => [member, Array.isArray(facts[member]) ? [...(facts[member] as string[])].sort() : (facts[member] ?? null)])) as unknown as PeerFacts;
const markOf = (facts: PeerFacts): string => sha256(JSON.stringify(tidy(facts))).toString('hex');

/** A steward writes down what a service declares of its peer support. */
@Injectable()
export class PeerEditing {
  constructor(
    private readonly db: Db,
    private readonly parts: PartEditing,
  ) {}

  /** Throws 404. */
  read(actor: Actor, serviceId: string): Promise<EditablePeer> {
    return this.db.as(actor, async (tx) => {
      const facts = await this.facts(tx, serviceId);
      return { ...facts, mark: markOf(facts) } as EditablePeer;
    });
  }

  /** Throws 404, 409 when it says something else than what was seen, 422. */
  async change(actor: Actor, serviceId: string, { mark, ...written }: EditPeer): Promise<EditablePeer> {
    const facts = tidy(written);
    const faults = faultsOf(facts);
    if (faults.length) throw invalid(faults);
    await this.parts.change(actor, { serviceId, field: 'peer', mark }, {
      mark: async (tx) => markOf(await this.facts(tx, serviceId)),
      write: async (tx) => {
        await tx.query(DROP, [serviceId]);
        if (!saysNothing(facts)) await tx.query(WRITE, [serviceId, ...MEMBERS.map((member) => facts[member])]);
      },
    });
    return this.read(actor, serviceId);
  }

  private async facts(tx: Tx, serviceId: string): Promise<PeerFacts> {
    const [row] = await tx.query<{ peer: PeerFacts | null }>(READ, [serviceId]);
    if (!row) throw notFound('service');
    return row.peer ?? NO_PEER;
  }
}

/** What hangs on an answer that was not given: said by the name of the field, before the database refuses it. */
function faultsOf({ certified, credential, credentialState, line, dispatch, callsADay }: PeerFacts): { field: string; code: string; detail: string }[] {
  const faults: [boolean, string, string][] = [
    [certified !== 'yes' && Boolean(credential ?? credentialState), 'certified', 'A title or a state needs the answer that somebody is certified'],
    [!line && Boolean(dispatch ?? callsADay), 'line', 'Say who answers the line first'],
  ];
  return faults.filter(([wrong]) => wrong).map(([, field, detail]) => ({ field, code: 'peer.hangs', detail }));
}
