import type { SharedFacts, SharedReach } from '../../../referrals/index.js';
import { languageName } from '../../frame/language-name.js';
import { say, type Scene } from '../../frame/scene.js';
import type { Key } from '../../texts/texts.js';

export interface FactRow {
  label: Key;
  value: string;
  ltr?: boolean;
}

type Value = string | null | undefined;
const row = (label: Key, value: Value, ltr = false): FactRow[] => (value ? [{ label, value, ltr }] : []);

function reachRows(v: Scene, reach: SharedReach | undefined): FactRow[] {
  if (!reach) return [];
  const words = (key: string | false | null): string => (key ? say(v, key as Key) : '');
  const { channel, phone, email, voicemail, others, askFor, times, never } = reach;
  return [
    ...row('check.reach', words(`reach.${channel}`)),
    ...row('reach.number', phone, true),
    ...row('reach.address', email, true),
    ...row('check.voicemail', words(voicemail !== null && `check.${voicemail ? 'yes' : 'no'}`)),
    ...row('check.others', words(others && `safe.others.${others}`)),
    ...row('check.name', askFor),
    ...row('check.times', times.map((time) => words(`safe.times.${time}`)).join(', ')),
    ...row('check.never', never),
  ];
}

/** The facts as the person reads them: each shared member is a line, and nothing else is. */
export function factRows(v: Scene, facts: SharedFacts): FactRow[] {
  const coded = (prefix: string, value: Value): Value => value && say(v, `${prefix}.${value}` as Key);
  return [
    ...row('fact.service', facts.service),
    ...row('check.person', facts.name),
    ...reachRows(v, facts.reach),
    ...row('check.help', coded('help', facts.need)),
    ...row('check.words', facts.words),
    ...row('check.age', coded('about.age', facts.age)),
    ...row('check.speak', facts.language && languageName(v, facts.language)),
    ...row('check.insurance', coded('about.insurance', facts.insurance)),
    ...row('check.where', facts.area),
    ...row('check.peer', coded('about', facts.peer)),
    ...row('check.veteran', coded('about', facts.veteran)),
  ];
}
