import { Injectable } from '@nestjs/common';
import { Db, invalid, notFound, sha256, type Actor, type Tx } from '../../platform/index.js';
import { NO_PEER, saysNothing, written, type PeerFacts } from '../domain/peer/peer.js';
import { PEER } from '../directory.sql.js';
import { PartEditing } from './part-editing.service.js';
import type { EditablePeer, EditPeer, PeerChoice } from './peer.dto.js';

const READ = `select ${PEER} as peer from directory.service s where s.id = $1`;
/** Terms that a facet can have, with what took the place of those that are over. */
const TERMS = `
select x.code as taxonomy, t.code, t.name, t.description, t.retired_in is not null as retired, r.code as "replacedBy"
from directory.taxonomy x join directory.taxonomy_term t on t.taxonomy_id = x.id left join directory.taxonomy_term r on r.id = t.replaced_by
where x.own and x.code in ('peer-kind', 'lived-experience') order by t.position, t.code`;
const DROP = 'delete from directory.peer where service_id = $1';
const WRITE = `
insert into directory.peer (service_id, kinds, certified, credential, credential_state, lived, open_to, joining, size, trained_by, line, dispatch, calls_a_day)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`;

type Written = PeerFacts<string>;
interface Term {
  taxonomy: string;
  code: string;
  name: string;
  description: string;
  retired: boolean;
  replacedBy: string | null;
}

/** The taxonomy of each facet that names terms. */
const TAXONOMIES = { kinds: 'peer-kind', lived: 'lived-experience' } as const;
type Facet = keyof typeof TAXONOMIES;
const FACETS: readonly Facet[] = ['kinds', 'lived'];

const MEMBERS = Object.keys(NO_PEER) as (keyof Written)[];
/** The facts in their one form, whatever comes with them and in whatever order. */
const tidy = (facts: Written): Written => Object.fromEntries(MEMBERS.map((member) => [member, Array.isArray(facts[member]) ? [...(facts[member] as string[])].sort() : (facts[member] ?? null)])) as unknown as Written;
const markOf = (facts: Written): string => sha256(JSON.stringify(tidy(facts))).toString('hex');

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
      const terms = await tx.query<Term>(TERMS);
      return { ...facts, mark: markOf(facts), kindsOffered: offered(terms, facts, 'kinds'), livedOffered: offered(terms, facts, 'lived') } as EditablePeer;
    });
  }

  /** Throws 404, 409 when it says something else than what was seen, 422. */
  async change(actor: Actor, serviceId: string, { mark, ...sent }: EditPeer): Promise<EditablePeer> {
    const terms = await this.db.statement<Term>(actor, TERMS);
    const faults = [...faultsOf(sent), ...FACETS.flatMap((facet) => unknownOf(terms, sent, facet))];
    if (faults.length) throw invalid(faults);
    const facts = tidy({ ...sent, kinds: currentOf(terms, sent, 'kinds'), lived: currentOf(terms, sent, 'lived') });
    await this.parts.change(actor, { serviceId, field: 'peer', mark }, {
      mark: async (tx) => markOf(await this.facts(tx, serviceId)),
      write: async (tx) => {
        await tx.query(DROP, [serviceId]);
        if (!saysNothing(facts)) await tx.query(WRITE, [serviceId, ...MEMBERS.map((member) => facts[member])]);
      },
    });
    return this.read(actor, serviceId);
  }

  private async facts(tx: Tx, serviceId: string): Promise<Written> {
    const [row] = await tx.query<{ peer: PeerFacts | null }>(READ, [serviceId]);
    if (!row) throw notFound('service');
    return written(row.peer ?? NO_PEER);
  }
}

interface Fault {
  field: string;
  code: string;
  detail: string;
}

const termsOf = (terms: readonly Term[], facet: Facet): Term[] => terms.filter(({ taxonomy }) => taxonomy === TAXONOMIES[facet]);

/** What can be chosen: all that live, and one that is over without another in its place where it was declared before. */
const offered = (terms: readonly Term[], facts: Written, facet: Facet): PeerChoice[] =>
  termsOf(terms, facet).filter(({ code, retired }) => !retired || facts[facet].includes(code)).map(({ code, name, description }) => ({ code, name, description }));

/** Codes as they are called now, each once. */
function currentOf(terms: readonly Term[], facts: Written, facet: Facet): string[] {
  const replaced = new Map(termsOf(terms, facet).map(({ code, replacedBy }) => [code, replacedBy]));
  return [...new Set(facts[facet].map((code) => replaced.get(code) ?? code))];
}

function unknownOf(terms: readonly Term[], facts: Written, facet: Facet): Fault[] {
  const known = new Set(termsOf(terms, facet).map(({ code }) => code));
  return facts[facet].some((code) => !known.has(code)) ? [{ field: facet, code: 'peer.term-unknown', detail: 'The vocabulary has no such term' }] : [];
}

/** What hangs on an answer that was not given: said by the name of the field, before the database refuses it. */
function faultsOf({ certified, credential, credentialState, line, dispatch, callsADay }: Written): Fault[] {
  const faults: [boolean, string, string][] = [
    [certified !== 'yes' && Boolean(credential ?? credentialState), 'certified', 'A title or a state needs the answer that somebody is certified'],
    [!line && Boolean(dispatch ?? callsADay), 'line', 'Say who answers the line first'],
  ];
  return faults.filter(([wrong]) => wrong).map(([, field, detail]) => ({ field, code: 'peer.hangs', detail }));
}
