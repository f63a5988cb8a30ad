import { Injectable } from '@nestjs/common';
import type { VNode } from 'preact';
import { Receipts, type OpenLink, type Receipted } from '../../partners/index.js';
import { Settings } from '../../settings/index.js';
import { html } from '../frame/frame.js';
import { at, say, type Scene } from '../frame/scene.js';
import { Scenes } from '../frame/scenes.service.js';
import { Continue, Title } from '../frame/words.js';
import type { Key } from '../texts/texts.js';
import type { Outcome } from '../visit/visitor.js';
import { AgencyFrame } from './agency-frame.js';
import { pathOf, type Caller } from './caller.js';
import { takingLine } from './listing/listing-words.js';
import { SaidView, whenInWords } from './views/door-views.js';

interface ReceiptProps {
  v: Scene;
  act: Receipted;
  home: string;
  zone: string | null;
}

const what = (v: Scene, { taking, fields, at: when }: Receipted, zone: string | null): string =>
  taking ? takingLine(v, { ...taking, saidAt: when.toISOString(), endsAt: '' }, zone) : fields.map((field) => say(v, `listing.${field}`)).join(', ');

/** What was done, when, and one button. */
const ReceiptView = ({ v, act, home, zone }: ReceiptProps): VNode => (
  <form id="ask" method="post" action={at(v, home)}>
    <Title>{say(v, 'receipt.title')}</Title>
    <dl class="rows">
      <div>
        <dt>
          <bdi>{act.service}</bdi>
        </dt>
        <dd>{what(v, act, zone)}</dd>
      </div>
      {!act.taking && (
        <div>
          <dt>{say(v, 'receipt.when')}</dt>
          <dd>{whenInWords(v, act.at, zone)}</dd>
        </div>
      )}
    </dl>
    <p>{say(v, 'receipt.lead')}</p>
    <Continue v={v} k="receipt.notUs" />
  </form>
);

/** "This was not us": GET shows what was done, POST alone undoes it. */
@Injectable()
export class ReceiptPages {
  constructor(
    private readonly receipts: Receipts,
    private readonly scenes: Scenes,
    private readonly settings: Settings,
  ) {}

  /** Throws 404 when what was done is gone with its listing. */
  async open(caller: Caller, link: OpenLink, posted: boolean): Promise<Outcome> {
    const v = await this.scenes.of(caller.language, caller.path);
    const { zone } = await this.settings.desk();
    if (!posted) {
      const act = await this.receipts.read(link);
      return this.page({ caller, link, v }, 'receipt.title', <ReceiptView v={v} act={act} home={pathOf(caller)} zone={zone} />);
    }
    const word = (await this.receipts.notUs(link)) ? 'undone' : 'later';
    return this.page({ caller, link, v }, `receipt.${word}.title`, <SaidView v={v} title={`receipt.${word}.title`} lead={`receipt.${word}.lead`} />);
  }

  private page({ caller, link, v }: { caller: Caller; link: OpenLink; v: Scene }, title: Key, content: VNode): Outcome {
    return {
      status: 200,
      html: html(
        <AgencyFrame v={v} link={link} home={pathOf(caller)} title={say(v, title)}>
          {content}
        </AgencyFrame>,
      ),
    };
  }
}
