import type { ComponentChildren, VNode } from 'preact';
import type { WayThere } from '../../referrals/index.js';
import type { Key } from '../texts/texts.js';
import { openingInWords } from './opening-in-words.js';
import { scheduleLine } from './schedule-in-words.js';
import { say, type Scene } from './scene.js';
import { Ltr, Numbers, Phone, T } from './words.js';

/** Words that are not always in the page's language say in which they are. */
export const In = ({ v, language, children }: { v: Scene; language: string; children: ComponentChildren }): VNode => <span lang={language === v.language.code ? undefined : language}>{children}</span>;
/** What a listing says in its own words: the directory is in English so far. */
export const English = ({ v, children }: { v: Scene; children: ComponentChildren }): VNode => <In v={v} language="en">{children}</In>;

export const Line = ({ v, label, children }: { v: Scene; label: Key; children: ComponentChildren }): VNode => (
  <div>
    <dt>{say(v, label)}</dt>
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
export const Place = ({ v, card: { phones, address, hours, opening, howToBegin, cost }, children }: { v: Scene; card: WayThere; children?: ComponentChildren }): VNode => (
  <dl class="place">
    {phones.length > 0 && (
      <Line v={v} label="way.phone">
        {phones.map((phone) => (
          <PhoneLine v={v} phone={phone} />
        ))}
      </Line>
    )}
    {address && <Line v={v} label="way.address"><bdi>{address}</bdi></Line>}
    {hours.length > 0 && <Line v={v} label="way.hours"><OpenNow v={v} opening={opening} />{hours.map((row) => <HoursLine v={v} row={row} />)}</Line>}
    {howToBegin && <Line v={v} label="way.begin"><English v={v}><Numbers text={howToBegin} /></English></Line>}
    {cost && <Line v={v} label="way.cost"><English v={v}>{cost}</English></Line>}
    {children}
  </dl>
);
