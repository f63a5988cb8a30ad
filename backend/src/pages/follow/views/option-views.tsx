import type { ComponentChildren, VNode } from 'preact';
import type { OptionView, ToldOption, WayThere } from '../../../referrals/index.js';
import type { Form } from '../../frame/fields.js';
import { Icon } from '../../frame/icons.js';
import { LinePolicy } from '../../frame/line-policy.js';
import { In, Place } from '../../frame/place.js';
import { at, say } from '../../frame/scene.js';
import type { Key } from '../../texts/texts.js';

interface ActFormProps {
  f: Form;
  /** Last part of the address. */
  to: string;
  hidden?: Readonly<Record<string, string>>;
  children: ComponentChildren;
}

/** A form of buttons alone, posted as it stands: none of its buttons is the main one, so the script leaves it to the browser. */
export const ActForm = ({ f, to, hidden = {}, children }: ActFormProps): VNode => (
  <form method="post" action={at(f.v, `/follow/${to}`)} class="act">
    <input type="hidden" name="token" value={f.token} />
    {Object.entries(hidden).map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
    {children}
  </form>
);

const VERDICTS = { meets: { icon: 'check', key: 'way.meets' }, unknown: { icon: 'ask', key: 'way.unknown' }, fails: { icon: 'no', key: 'way.fails' } } as const;

const Reasons = ({ f: { v }, option: { reasons, language } }: { f: Form; option: ToldOption }): VNode => (
  <ul class="reasons">
    {reasons.map(({ verdict, text }) => (
      <li class={verdict}>
        <Icon name={VERDICTS[verdict].icon} />
        <span>
          <span class="sr">{say(v, VERDICTS[verdict].key)} </span>
          <In v={v} language={language}>{text}</In>
        </span>
      </li>
    ))}
  </ul>
);

const CHOICES = [
  ['chosen', 'way.want'],
  ['declined', 'way.not'],
  ['undecided', 'way.unsure'],
] as const satisfies readonly (readonly [OptionView['decision'], Key])[];

/** Three answers, all alike: looks must not steer. */
const Answer = ({ f, option: { id, name, decision } }: { f: Form; option: OptionView }): VNode => (
  <ActForm f={f} to="decide" hidden={{ option: id }}>
    {CHOICES.map(([value, key]) => (
      <button class="btn btn--equal" name="decision" value={value} aria-pressed={decision === value && value !== 'undecided' ? 'true' : undefined}>
        {say(f.v, key)}
        <span class="sr">: {name}</span>
      </button>
    ))}
  </ActForm>
);

interface FactsProps {
  f: Form;
  option: OptionView;
  card: WayThere;
}

/** How it is reached, and how to say that this is wrong. */
const Reached = ({ f, option: { id, name }, card }: FactsProps): VNode => (
  <>
    <Place v={f.v} card={card} />
    <ActForm f={f} to="correct" hidden={{ option: id }}>
      <button class="linkish">
        {say(f.v, 'way.wrong')}
        <span class="sr">: {name}</span>
      </button>
    </ActForm>
  </>
);

/** Open once it is wanted; before that it is there for who wants to compare. */
const Facts = (props: FactsProps): VNode =>
  props.option.decision === 'chosen' ? (
    <Reached {...props} />
  ) : (
    <details class="more">
      <summary>{say(props.f.v, 'way.more')}</summary>
      <Reached {...props} />
    </details>
  );

/** Two ways to go, neither pushed. */
const Ways = ({ f, option: { id, name } }: { f: Form; option: OptionView }): VNode => (
  <>
    <p>{say(f.v, 'way.ways')}</p>
    <ActForm f={f} to="take" hidden={{ option: id }}>
      <button class="btn btn--equal" name="way" value="self">
        {say(f.v, 'way.self')}
        <span class="sr">: {name}</span>
      </button>
      <button class="btn btn--equal" name="way" value="ask">
        {say(f.v, 'way.ask')}
        <span class="sr">: {name}</span>
      </button>
    </ActForm>
  </>
);

const STATES: Readonly<Partial<Record<OptionView['decision'], Key>>> = { chosen: 'way.wanted', declined: 'way.declined' };

/** A place that was offered: name, reasons, how to reach it, three answers; once it is wanted, two ways to go. */
export const OptionWay = ({ f, option, card, taken }: { f: Form; option: ToldOption; card: WayThere | undefined; taken: boolean }): VNode => {
  const state = STATES[option.decision];
  return (
    <article class="way">
      <h4>{option.name}</h4>
      <p class="hint">{option.organization}</p>
      <Reasons f={f} option={option} />
      {card?.line && <p><LinePolicy v={f.v} peer={card.line} /></p>}
      {state && <p><b>{say(f.v, state)}</b></p>}
      {card && <Facts f={f} option={option} card={card} />}
      {option.decision === 'chosen' && !taken && <Ways f={f} option={option} />}
      {!taken && <Answer f={f} option={option} />}
    </article>
  );
};
