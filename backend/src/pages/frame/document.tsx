import type { ComponentChildren, VNode } from 'preact';
import { PASSKEY_SCRIPT_URL, SCRIPT_URL, STYLE } from './assets.js';
import { Icon } from './icons.js';
import { at, say, type Scene } from './scene.js';

interface DocumentProps {
  v: Scene;
  title: string;
  faulty?: boolean | undefined;
  spoken?: Record<string, string>;
  /** The page takes a passkey. */
  passkey?: boolean | undefined;
  children: ComponentChildren;
}

/** What every page is: one style, one script (two where it takes a passkey), its language, its title. */
export const Document = ({ v, title, faulty, spoken: words = {}, passkey, children }: DocumentProps): VNode => (
  <html lang={v.language.code} dir={v.language.dir}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{`${faulty ? `${say(v, 'frame.error')} ` : ''}${title} · ${v.desk.name}`}</title>
      {v.path !== '/ask' && <meta name="robots" content="noindex" />}
      <link rel="icon" href="/pages/mark.svg" />
      <style dangerouslySetInnerHTML={{ __html: STYLE }} />
      <script src={SCRIPT_URL} defer />
      {passkey && <script src={PASSKEY_SCRIPT_URL} defer />}
    </head>
    <body {...words}>{children}</body>
  </html>
);

export const Skip = ({ v }: { v: Scene }): VNode => (
  <a class="skip" href="#h">
    {say(v, 'frame.skip')}
  </a>
);

/** The page's own content, with the way back on top. `back`: an address without language. */
export const Main = ({ v, back, children }: { v: Scene; back: string | undefined; children: ComponentChildren }): VNode => (
  <main>
    {back && (
      <a class="back" href={at(v, back)}>
        <Icon name="left" flip /> {say(v, 'frame.back')}
      </a>
    )}
    {children}
  </main>
);
