import type { SharedFacts, SharedReach } from '../../referrals/index.js';
import { languageName } from '../frame/language-name.js';
import { say, type Scene } from '../frame/scene.js';
import type { Key } from '../texts/texts.js';
import type { AgencyRow, RowKind } from './agency-preview.dto.js';

/** What an agency reads: the request's number, and the agreed facts while it has to know them. */
export interface Told {
  reference: string;
  facts: SharedFacts | null;
}

type V = Pick<Scene, 'language'>;
type Value = string | null | undefined;
type Line = [label: Key, value: Value, kind?: RowKind];

const rowsOf = (v: V, safely: boolean, lines: readonly Line[]): AgencyRow[] => lines.flatMap(([label, value, kind = 'text']) => (value ? [{ label: say(v, label), value, kind, safely }] : []));
const coded = (v: V, prefix: string, code: Value): Value => code && ((v.language.texts[`${prefix}.${code}` as Key]) ?? code);

/** The lines that an agency reads, on its page and in every preview of it: how to make contact safely first, then what was agreed. Nothing shared is left out, and nothing is added. */
export const agencyRows = (v: V, { reference, facts }: Told): AgencyRow[] => [...(facts ? agreedRows(v, facts) : []), ...referenceRows(v, reference)];

/** What was agreed, how to make contact safely first. */
export const agreedRows = (v: V, facts: SharedFacts): AgencyRow[] => [...(facts.reach ? rowsOf(v, true, reachLines(v, facts.reach, facts.name)) : []), ...rowsOf(v, false, factLines(v, facts))];
export const referenceRows = (v: V, reference: string): AgencyRow[] => rowsOf(v, false, [['agency.fact.reference', reference, 'number']]);

const factLines = (v: V, facts: SharedFacts): Line[] => [
  ['agency.fact.service', facts.service],
  ['agency.fact.name', facts.name === facts.reach?.askFor ? null : facts.name], // “Ask for” says it
  ['agency.fact.need', coded(v, 'agency.need', facts.need)],
  ['agency.fact.words', facts.words, 'quote'],
  ['agency.fact.age', coded(v, 'about.age', facts.age)],
  ['agency.fact.area', facts.area],
  ['agency.fact.language', facts.language && languageName(v, facts.language)],
  ['agency.fact.insurance', coded(v, 'agency.insurance', facts.insurance)],
  ['agency.fact.peer', coded(v, 'about', facts.peer)],
  ['agency.fact.veteran', coded(v, 'about', facts.veteran)],
];

function reachLines(v: V, reach: SharedReach, name: Value): Line[] {
  const { channel, whose = 'self', phone, email, askFor, times, never } = reach;
  const calls = channel === 'phone' ? callLines(v, reach, askFor ?? (whose === 'self' ? name : null)) : [];
  const lines: Line[] = [
    ['agency.reach.askFor', askFor],
    ...calls,
    ['agency.reach.times', times.map((time) => coded(v, 'agency.times', time)).join(', ')],
    ['agency.reach.unsafe', never, 'quote'],
  ];
  if (channel === 'self') return [['agency.reach.self', say(v, `agency.self.${whose}`)], ['agency.reach.number', phone, 'number'], ...lines];
  const helper = whose === 'self' ? null : say(v, `agency.whose.${whose}`);
  return [[`agency.reach.${channel}`, phone ?? email, 'number'], ['agency.reach.whose', helper], ...lines, ['agency.reach.never', otherWays(v, channel)]];
}

/** What was not asked is taken as not allowed. */
function callLines(v: V, { voicemail, others }: SharedReach, who: Value): Line[] {
  const name = who ?? say(v, 'agency.others.nobody');
  return [
    ['agency.reach.voicemail', say(v, voicemail ? 'agency.voicemail.yes' : 'agency.voicemail.no')],
    ['agency.reach.others', say(v, `agency.others.${others ?? 'ask-for-me'}`, { name })],
  ];
}

const otherWays = (v: V, channel: SharedReach['channel']): string => (['phone', 'text', 'email'] as const).filter((way) => way !== channel).map((way) => say(v, `agency.way.${way}`)).join(', ');
