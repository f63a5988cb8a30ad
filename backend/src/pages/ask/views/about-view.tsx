import type { VNode } from 'preact';
import { AGE_BANDS, INSURANCE } from '../../../intake/index.js';
import { AskForm, Choices, labelled, Problem, Select, Text, type Form } from '../../frame/fields.js';
import { say } from '../../frame/scene.js';
import { Continue } from '../../frame/words.js';
import type { Key } from '../../texts/texts.js';
import { AboutAnswer, DECLINED } from '../answers/about.js';
import { isForOther } from '../answers/who.js';
import type { AskProps } from './props.js';
import { Where } from './where-mark.js';

type Fact = { f: Form; name: string; value: string | undefined };

const Listed = ({ f, name, value, codes }: Fact & { codes: readonly string[] }): VNode => {
  const options = [{ value: '', label: say(f.v, 'about.open') }, ...labelled(f.v, `about.${name}`, codes), { value: DECLINED, label: say(f.v, 'frame.decline') }];
  return <Select f={f} name={name} label={say(f.v, `about.${name}` as Key)} hint={say(f.v, `about.${name}.hint` as Key)} value={value} options={options} />;
};

const YesNo = ({ f, name, value }: Fact): VNode => {
  const choices = [...labelled(f.v, 'about', ['yes', 'no']), { value: DECLINED, label: say(f.v, 'frame.decline') }];
  return <Choices f={f} name={name} legend={say(f.v, `about.${name}` as Key)} hint={say(f.v, `about.${name}.hint` as Key)} choices={choices} chosen={[value]} short />;
};

const Written = ({ f, name, value, hint, declined }: Fact & { hint: Key; declined: boolean }): VNode => (
  <>
    <Text f={f} name={name} label={say(f.v, `about.${name}` as Key)} hint={say(f.v, hint)} value={value} />
    <label class="choice slim">
      <input type="checkbox" name={`${name}Declined`} value="yes" checked={declined} />
      <span>
        {say(f.v, 'frame.decline')}
        <span class="sr">: {say(f.v, `about.${name}` as Key)}</span>
      </span>
    </label>
  </>
);

/** Six facts, none of them needed. Each says why it is asked; each can be given, declined or left open. */
export const AboutView = ({ f, answers: { who, about = new AboutAnswer() } }: AskProps): VNode => {
  const other = isForOther(who);
  return (
    <AskForm f={f}>
      <Problem f={f} />
      <Where v={f.v} page="about" title="about.title" />
      <p class="lead">{say(f.v, other ? 'about.lead.other' : 'about.lead')}</p>
      <Listed f={f} name="age" value={about.age} codes={AGE_BANDS} />
      <Listed f={f} name="insurance" value={about.insurance} codes={INSURANCE} />
      <YesNo f={f} name="veteran" value={about.veteran} />
      <YesNo f={f} name="peer" value={about.peer} />
      <Written f={f} name="person" value={about.person} hint={other ? 'about.person.hint.other' : 'about.person.hint'} declined={about.personDeclined} />
      <Written f={f} name="speak" value={about.speak} hint="about.speak.hint" declined={about.speakDeclined} />
      <Continue v={f.v} />
    </AskForm>
  );
};

/** Nothing is ticked here when the page opens for the first time. */
export const ChoiceView = ({ f, answers: { choice } }: AskProps): VNode => (
  <AskForm f={f}>
    <Problem f={f} />
    <Choices f={f} name="read" legend={<Where v={f.v} page="choice" title="choice.title" />} lead={say(f.v, 'choice.lead')} choices={[{ value: 'yes', label: say(f.v, 'choice.read') }]} chosen={[choice?.read ? 'yes' : undefined]} many />
    <div class="choices">
      <label class="choice">
        <input type="checkbox" name="followUp" value="yes" checked={choice?.followUp ?? false} />
        <span>
          {say(f.v, 'choice.followUp')}
          <span class="hint">{say(f.v, 'choice.followUp.hint')}</span>
        </span>
      </label>
    </div>
    <Continue v={f.v} />
  </AskForm>
);
