import type { SharedFacts, SharedReach } from '../../referrals/index.js';
import { languageName } from '../frame/language-name.js';
import { say, type Scene } from '../frame/scene.js';
import type { Key } from '../texts/texts.js';

/** One shared fact in words. */
export interface FactRow {
  label: string;
  value: string;
  /** A number or address: it keeps its direction. */
  ltr?: boolean;
  /** The person's own words: shown as a quotation. */
  quote?: boolean;
}

const coded = (v: Scene, prefix: string, value: string | null | undefined): string => (value ? (v.language.texts[`${prefix}.${value}` as Key]) ?? value : '');
const row = (v: Scene, key: string, value: string | null | undefined, more: Partial<FactRow> = {}): FactRow[] => (value ? [{ label: say(v, `agency.fact.${key}` as Key), value, ...more }] : []);

/** What is agreed about the person, contact left out. */
export function factRows(v: Scene, facts: SharedFacts): FactRow[] {
  return [
    ...row(v, 'service', facts.service),
    ...row(v, 'name', facts.name),
    ...row(v, 'need', coded(v, 'agency.need', facts.need)),
    ...row(v, 'words', facts.words, { quote: true }),
    ...row(v, 'age', coded(v, 'about.age', facts.age)),
    ...row(v, 'area', facts.area),
    ...row(v, 'language', facts.language && languageName(v, facts.language)),
    ...row(v, 'insurance', coded(v, 'about.insurance', facts.insurance)),
    ...row(v, 'peer', coded(v, 'about', facts.peer)),
    ...row(v, 'veteran', coded(v, 'about', facts.veteran)),
  ];
}

/** How to make contact safely: what is allowed first, then what never. */
export interface SafeRows {
  allowed: FactRow[];
  never: string[];
}

export function safeRows(v: Scene, reach: SharedReach): SafeRows {
  const to = reach.phone ?? reach.email;
  const times = reach.times.map((time) => coded(v, 'safe.times', time)).join(', ');
  const allowed = [
    ...(to ? [{ label: say(v, `reach.${reach.channel}`), value: to, ltr: true }] : []),
    ...row(v, 'askFor', reach.askFor),
    ...row(v, 'times', times),
    ...row(v, 'others', coded(v, 'safe.others', reach.others)),
  ];
  const ways = (['phone', 'text', 'email'] as const).filter((way) => way !== reach.channel).map((way) => say(v, `reach.${way}`));
  const voicemail = reach.channel === 'phone' && reach.voicemail !== true ? [say(v, 'check.voicemail')] : [];
  return { allowed, never: [...voicemail, ...ways, ...(reach.never ? [reach.never] : [])] };
}
