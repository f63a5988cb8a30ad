import { SCRIPT_URL } from '../frame/assets.js';
import { html } from '../frame/frame.js';
import { say, type Scene } from '../frame/scene.js';

/** A same-origin page that goes on at once: a redirect to another site after a POST is stopped by `form-action 'self'`, and the person would stay on the form. */
export const leavePage = (v: Scene): string =>
  html(
    <html lang={v.language.code} dir={v.language.dir}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta http-equiv="refresh" content={`0;url=${v.exit}`} />
        <title>{say(v, 'leave.title')}</title>
        <script src={SCRIPT_URL} defer />
      </head>
      <body>
        <main>
          <h1>{say(v, 'leave.title')}</h1>
          <a href={v.exit} data-go rel="noreferrer">
            {say(v, 'leave.link')}
          </a>
        </main>
      </body>
    </html>,
  );
