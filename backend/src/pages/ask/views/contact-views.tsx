import type { VNode } from 'preact';
import { OTHERS, TIMES } from '../../../intake/index.js';
import { AskForm, Choices, labelled, Problem, Text, type Choice } from '../../frame/fields.js';
import { at, say } from '../../frame/scene.js';
import { Continue, Ltr, T } from '../../frame/words.js';
import type { Key } from '../../texts/texts.js';
import { SafeAnswer } from '../answers/safe.js';
import type { AskProps } from './props.js';
import { Where } from './where-mark.js';

export const ReachView = ({ f, answers: { reach } }: AskProps): VNode => {
  const number = (name: 'mobile' | 'phone'): VNode => <Text f={f} name={name} type="tel" autocomplete="tel" label={say(f.v, 'reach.number')} hint={say(f.v, 'reach.number.hint')} value={reach?.[name]} />;
  const choices: Choice[] = [
    { value: 'text', label: say(f.v, 'reach.text'), under: number('mobile') },
    { value: 'phone', label: say(f.v, 'reach.phone'), under: number('phone') },
    { value: 'email', label: say(f.v, 'reach.email'), under: <Text f={f} name="email" type="email" autocomplete="email" label={say(f.v, 'reach.address')} hint={say(f.v, 'reach.address.hint')} value={reach?.email} /> },
    { value: 'self', label: say(f.v, 'reach.self'), hint: say(f.v, 'reach.self.hint') },
  ];
  return (
    <AskForm f={f}>
      <Problem f={f} />
      <Choices f={f} name="channel" legend={<Where v={f.v} page="reach" title="reach.title" />} lead={say(f.v, 'reach.lead')} choices={choices} chosen={[reach?.channel]} />
      <Continue v={f.v} />
    </AskForm>
  );
};

/** The way that was chosen; the page is not shown for `self`. */
const channelOf = ({ answers: { reach } }: AskProps): 'text' | 'phone' | 'email' => (reach?.channel === 'text' || reach?.channel === 'email' ? reach.channel : 'phone');
const toOf = ({ answers: { reach } }: AskProps): string => (reach?.channel === 'email' ? reach.email : reach?.channel === 'text' ? reach.mobile : reach?.phone) ?? '';

export const safeTitle = (p: AskProps): Key => `safe.title.${channelOf(p)}`;

/** Only the questions of the chosen channel. */
export const SafeView = (p: AskProps): VNode => {
  const { f, answers: { safe = new SafeAnswer() } } = p;
  const channel = channelOf(p);
  return (
    <AskForm f={f}>
      <Problem f={f} />
      <Where v={f.v} page="safe" title={safeTitle(p)} />
      <p class="lead">
        <T v={f.v} k={`safe.lead.${channel}`} to={<Ltr><b>{toOf(p)}</b></Ltr>} /> <a href={at(f.v, '/ask/reach')}>{say(f.v, 'safe.change')}</a>
      </p>
      {channel === 'phone' && <CallQuestions {...p} />}
      {channel === 'email' && <Choices f={f} name="emailOk" legend={say(f.v, 'safe.email')} hint={say(f.v, 'safe.email.hint')} choices={labelled(f.v, 'safe', ['yes', 'no'])} chosen={[safe.emailOk]} short />}
      <Text f={f} name="name" autocomplete="given-name" label={say(f.v, 'safe.name')} hint={say(f.v, 'safe.name.hint')} value={safe.name} />
      {channel !== 'email' && <Choices f={f} name="times" legend={say(f.v, 'safe.times')} choices={labelled(f.v, 'safe.times', TIMES)} chosen={safe.times} many short />}
      <Text f={f} name="never" label={say(f.v, 'safe.never')} hint={say(f.v, 'safe.never.hint')} value={safe.never} />
      <Continue v={f.v} />
    </AskForm>
  );
};

const CallQuestions = ({ f, answers: { safe } }: AskProps): VNode => (
  <>
    <Choices f={f} name="voicemail" legend={say(f.v, 'safe.voicemail')} hint={say(f.v, 'safe.voicemail.hint')} choices={labelled(f.v, 'safe', ['yes', 'no'])} chosen={[safe?.voicemail]} short />
    <Choices f={f} name="others" legend={say(f.v, 'safe.others')} choices={labelled(f.v, 'safe.others', OTHERS)} chosen={[safe?.others]} />
  </>
);
