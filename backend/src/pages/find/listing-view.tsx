import type { VNode } from 'preact';
import type { ScheduledService, ToldCorrection } from '../../directory/index.js';
import { Contact } from './card-view.js';
import { wayThere } from '../../referrals/index.js';
import { dayInWords } from '../frame/desk-hours.js';
import { Frame, html } from '../frame/frame.js';
import { languageName } from '../frame/language-name.js';
import { English, Line, Place } from '../frame/place.js';
import { at, say, type Scene } from '../frame/scene.js';
import { Numbers, Phone, T, Title } from '../frame/words.js';
import { PeerLines } from './peer-lines.js';
import type { Key } from '../texts/texts.js';

export type Listed = ScheduledService;

export interface ListingPage {
  v: Scene;
  listed: Listed;
  told: readonly ToldCorrection[];
  zone: string;
  /** Address of the list, without language. */
  back: string;
  /** Topics of the form under which what it helps with falls. */
  topics: readonly string[];
}

const CHECKED: Readonly<Record<string, Key>> = { agency: 'find.checked.agency', 'staff-phone': 'find.checked.us', 'staff-web': 'find.checked.us', 'site-visit': 'find.checked.us' };

/** One honest sentence: when it was checked and by whom, or that something speaks against it. */
function Checked({ v, listed: { service } }: ListingPage): VNode {
  const { assuredDate, assuredMethod, doubts } = service;
  if (doubts) return <>{say(v, 'find.doubt')}</>;
  return assuredDate ? <T v={v} k={CHECKED[assuredMethod ?? ''] ?? 'find.checked'} day={dayInWords(v.language, new Date(`${assuredDate}T12:00:00Z`), 'UTC')} /> : <>{say(v, 'find.unchecked')}</>;
}

const Told = ({ v, told, zone }: ListingPage): VNode | null =>
  told.length ? (
    <section class="need">
      <h2>{say(v, 'find.told')}</h2>
        {told.map(({ wrong, saidAt, outcome }) => (
          <p>
            <T v={v} k="find.told.line" day={dayInWords(v.language, saidAt, zone)} wrong={say(v, `wrong.${wrong}`)} />{' '}
            {say(v, outcome ? `find.told.${outcome}` : 'find.told.open')}
          </p>
        ))}
    </section>
  ) : null;

/** What a listing says, as on a card, with who it is for; and how to say that it is wrong. */
export function listingPage(page: ListingPage): string {
  const { v, listed, back, topics } = page;
  const { service } = listed;
  return html(
    <Frame v={v} title={service.name} back={back}>
      <Title><English v={v}>{service.name}</English></Title>
      <p class="hint">{service.organization}</p>
      {service.alert && <p class="note"><English v={v}><Numbers text={service.alert} /></English></p>}
      <p><English v={v}><Numbers text={service.description} /></English></p>
      <Place v={v} card={wayThere(listed)}>
        {service.eligibility && <Line v={v} label="find.for"><English v={v}>{service.eligibility}</English></Line>}
        {service.languages.length > 0 && <Line v={v} label="find.languages">{service.languages.map(({ code, name }) => (code && languageName(v, code)) ?? name).filter(Boolean).join(', ')}</Line>}
        {service.peer && <PeerLines v={v} peer={service.peer} />}
        <Line v={v} label="find.sure"><Checked {...page} /></Line>
      </Place>
      <Told {...page} />
      <p class="hint off-paper">{say(v, 'find.print')}</p>
      <div class="act">
        <Contact v={v} topics={topics} />
        <a class="btn" href={at(v, `/find/${service.id}/wrong`)}>{say(v, 'find.wrong')}</a>
      </div>
    </Frame>,
  );
}

export const gonePage = (v: Scene): string =>
  html(
    <Frame v={v} title={say(v, 'find.gone')}>
      <Title>{say(v, 'find.gone')}</Title>
      <p class="lead">{say(v, 'find.gone.lead')}</p>
      {v.desk.phone && <p><T v={v} k="slow.call" phone={<Phone number={v.desk.phone} />} /></p>}
      <p><a class="btn primary" href={at(v, '/ask')}>{say(v, 'find.ask')}</a></p>
      <p><a href={at(v, '/find')}>{say(v, 'list.link')}</a></p>
    </Frame>,
  );
