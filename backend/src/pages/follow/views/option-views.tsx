import type { ComponentChildren, VNode } from 'preact';
import type { OptionView, ToldOption, WayThere } from '../../../referrals/index.js';
import type { Form } from '../../frame/fields.js';
import { Icon } from '../../frame/icons.js';
import { openingInWords } from '../../frame/opening-in-words.js';
import { scheduleLine } from '../../frame/schedule-in-words.js';
import { at, say, type Scene } from '../../frame/scene.js';
import { Ltr, Numbers, Phone, T } from '../../frame/words.js';
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

/** Words that are not always in the page's language say in which they are. */
const In = ({ v, language, children }: { v: Scene; language: string; children: ComponentChildren }): VNode => <span lang={language === v.language.code ? undefined : language}>{children}</span>;
/** What a listing says in its own words: the directory is in English so far. */
const English = ({ v, children }: { v: Scene; children: ComponentChildren }): VNode => <In v={v} language="en">{children}</In>;

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

const Line = ({ f, label, children }: { f: Form; label: Key; children: ComponentChildren }): VNode => (
  <div>
    <dt>{say(f.v, label)}</dt>
    <dd>{children}</dd>
  </div>
);

const PHONE = /^([\d() +.-]+)(.*)$/s;
const PhoneLine = ({ v, phone: { number, extension } }: { v: Scene; phone: WayThere['phones'][number] }): VNode => {
  const [, digits, rest] = PHONE.exec(number) ?? [];
  const called = digits ? [<Phone number={digits.trim()} />, rest] : number;
  return <div>{extension ? <T v={v} k="way.extension" number={called} extension={<Ltr>{extension}</Ltr>} /> : called}</div>;
};

const HoursLine = ({ v, row }: { v: Scene; row: WayThere['hours'][number] }): VNode => {
  const { said, own } = scheduleLine(v.language, row);
  return (
    <div>
      {said}
      {own && <English v={v}>{said ? ` (${own})` : own}</English>}
    </div>
  );
};

const OpenNow = ({ v, opening }: { v: Scene; opening: WayThere['opening'] }): VNode | null => {
  const said = openingInWords(v.language, opening);
  return said ? <div class="now">{said}</div> : null;
};

/** As on a card: a place that must stay hidden has no line. */
const Place = ({ f, card: { phones, address, hours, opening, howToBegin, cost } }: { f: Form; card: WayThere }): VNode => (
  <dl class="place">
    {phones.length > 0 && (
      <Line f={f} label="way.phone">
        {phones.map((phone) => (
          <PhoneLine v={f.v} phone={phone} />
        ))}
      </Line>
    )}
    {address && <Line f={f} label="way.address"><bdi>{address}</bdi></Line>}
    {hours.length > 0 && <Line f={f} label="way.hours"><OpenNow v={f.v} opening={opening} />{hours.map((row) => <HoursLine v={f.v} row={row} />)}</Line>}
    {howToBegin && <Line f={f} label="way.begin"><English v={f.v}><Numbers text={howToBegin} /></English></Line>}
    {cost && <Line f={f} label="way.cost"><English v={f.v}>{cost}</English></Line>}
  </dl>
);

/** Open once it is wanted; before that it is there for who wants to compare. */
const Facts = ({ f, card, chosen }: { f: Form; card: WayThere; chosen: boolean }): VNode =>
  chosen ? (
    <Place f={f} card={card} />
  ) : (
    <details class="more">
      <summary>{say(f.v, 'way.more')}</summary>
      <Place f={f} card={card} />
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
      {state && <p><b>{say(f.v, state)}</b></p>}
      {card && <Facts f={f} card={card} chosen={option.decision === 'chosen'} />}
      {option.decision === 'chosen' && !taken && <Ways f={f} option={option} />}
      {!taken && <Answer f={f} option={option} />}
    </article>
  );
};
