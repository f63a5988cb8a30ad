import { say, type Scene } from '../frame/scene.js';
import type { Key } from '../texts/texts.js';
import type { Complete } from './answers/answers.js';
import { ReachAnswer } from './answers/reach.js';
import { isForOther } from './answers/who.js';
import type { Question } from './page-names.js';

/** One line of "Check your answers". An empty value was skipped. */
export interface Row {
  page: Question;
  label: Key;
  value: string | undefined;
  /** A number or address: it keeps its direction. */
  ltr?: boolean;
}

type Say = (key: string | undefined | false) => string | undefined;

/** Every answer in its own words, in the order of the questions. */
export function rowsOf(v: Scene, answers: Complete): Row[] {
  const words: Say = (key) => (key ? say(v, key as Key) : undefined);
  return [...needRows(words, answers), ...contactRows(words, answers), ...factRows(words, answers), { page: 'choice', label: 'check.followUp', value: words(`check.${answers.choice.followUp ? 'yes' : 'no'}`) }];
}

function needRows(words: Say, { who, safety, help, where }: Complete): Row[] {
  const other = isForOther(who);
  const places = [where.place, where.nowhere && words('where.nowhere')].filter(Boolean);
  return [
    { page: 'who', label: 'check.who', value: words(`who.${who.asker}`) },
    ...(other ? [{ page: 'who', label: 'check.knows', value: words(who.knows && `who.knows.${who.knows}`) } as const] : []),
    { page: 'safety', label: 'check.safety', value: words(`safety.${safety.safety}`) },
    { page: 'help', label: 'check.help', value: help.topics.map((topic) => words(`help.${topic}`)).join(', ') },
    { page: 'help', label: 'check.words', value: help.words },
    { page: 'where', label: 'check.where', value: places.join(', ') },
  ];
}

function contactRows(words: Say, { reach, safe }: Complete): Row[] {
  const { phone, email } = ReachAnswer.contactOf(reach);
  const way: Row = { page: 'reach', label: 'check.reach', value: words(`reach.${reach.channel}`) };
  const to: Row[] = phone || email ? [{ page: 'reach', label: phone ? 'reach.number' : 'reach.address', value: phone ?? email, ltr: true }] : [];
  return [way, ...to, ...(safe ? safeRows(words, safe) : [])];
}

function safeRows(words: Say, { channel, voicemail, others, emailOk, name, times, never }: NonNullable<Complete['safe']>): Row[] {
  const call: Row[] = [
    { page: 'safe', label: 'check.voicemail', value: words(voicemail && `check.${voicemail}`) },
    { page: 'safe', label: 'check.others', value: words(others && `safe.others.${others}`) },
  ];
  const mail: Row[] = [{ page: 'safe', label: 'check.emailOk', value: words(emailOk && `check.${emailOk}`) }];
  return [
    ...(channel === 'phone' ? call : channel === 'email' ? mail : []),
    { page: 'safe', label: 'check.name', value: name },
    ...(channel === 'email' ? [] : [{ page: 'safe', label: 'check.times', value: times.map((time) => words(`safe.times.${time}`)).join(', ') } as const]),
    { page: 'safe', label: 'check.never', value: never },
  ];
}

function factRows(words: Say, { about }: Complete): Row[] {
  const coded = (prefix: string, value: string | undefined): string | undefined => words(value && (value === 'declined' ? 'frame.decline' : `${prefix}.${value}`));
  const typed = (value: string | undefined, declined = false): string | undefined => value ?? words(declined && 'frame.decline');
  return [
    { page: 'about', label: 'check.age', value: coded('about.age', about.age) },
    { page: 'about', label: 'check.insurance', value: coded('about.insurance', about.insurance) },
    { page: 'about', label: 'check.veteran', value: coded('about', about.veteran) },
    { page: 'about', label: 'check.peer', value: coded('about', about.peer) },
    { page: 'about', label: 'check.person', value: typed(about.person, about.personDeclined) },
    { page: 'about', label: 'check.speak', value: typed(about.speak, about.speakDeclined) },
  ];
}
