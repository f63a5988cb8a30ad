import type { ComponentChildren, VNode } from 'preact';
import type { OpenLink } from '../../partners/index.js';
import { Document, Main, Skip } from '../frame/document.js';
import { Mark } from '../frame/icons.js';
import { Languages, Unchecked } from '../frame/languages.js';
import { at, say, type Scene } from '../frame/scene.js';
import { Phone, T } from '../frame/words.js';
import { MemberNav } from './member/member-nav.js';

interface Props {
  v: Scene;
  link: OpenLink;
  /** The link's address, without language. */
  home: string;
  title: string;
  faulty?: boolean;
  /** Address of the page before, without language. */
  back?: string | undefined;
  /** Where the other languages are buttons of the page's form, so that nothing typed is lost. */
  form?: boolean;
  /** Past the door: whoever is in knows whom they answer for. */
  within?: boolean;
  /** It takes a passkey. */
  passkey?: boolean;
  children: ComponentChildren;
}

const Head = ({ v, link, form, within }: Pick<Props, 'v' | 'link'> & { form: boolean; within: boolean }): VNode => (
  <header>
    <Skip v={v} />
    <div class="top">
      <Languages v={v} form={form} others />
    </div>
    {v.demo && <p class="demo">{say(v, 'frame.demo')}</p>}
    <div class="wrap brand">
      <Mark />
      <span>
        {v.desk.name}
        {(!within || link.member) && link.agency && (
          <small>
            <bdi>{link.agency}</bdi>
          </small>
        )}
      </span>
    </div>
    {link.member && <MemberNav v={v} member={link.member} />}
    {!v.language.checked && <Unchecked v={v} form={form} />}
  </header>
);

/** Where to call. */
export const Questions = ({ v }: { v: Scene }): VNode | null => (v.desk.phone ? <T v={v} k="agency.questions" phone={<Phone number={v.desk.phone} />} /> : null);

/** One short link: it has been pressed by few, and is read by everybody. */
const Foot = ({ v, link, home }: Pick<Props, 'v' | 'link' | 'home'>): VNode => (
  <footer>
    <div class="wrap">
      {link.ended || link.member || link.purpose === 'invitation' ? (
        <span>
          <Questions v={v} />
        </span>
      ) : (
        <a href={at(v, `${home}/not-me`)}>{say(v, 'agency.help')}</a>
      )}
    </div>
  </footer>
);

/** The frame of an agency's pages: who asks, whom it asks, where to call. People who answer at work need no way out and no crisis lines. */
export const AgencyFrame = ({ v, link, home, title, faulty, back, form = false, within = false, passkey = false, children }: Props): VNode => (
  <Document v={v} title={title} faulty={faulty} passkey={passkey}>
    <Head v={v} link={link} form={form} within={within} />
    <div class="wrap cols">
      <Main v={v} back={back}>
        {children}
      </Main>
    </div>
    <Foot v={v} link={link} home={home} />
  </Document>
);
