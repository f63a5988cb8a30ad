import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/index.js';
import { Previews, type PreviewReferral } from '../../referrals/index.js';
import { languageOf } from '../texts/texts.js';
import type { AgencyPreview } from './agency-preview.dto.js';
import { agencyRows } from './agency-rows.js';

/** "This is what they will see", in the words of the page on which they will see it. */
@Injectable()
export class AgencyPreviews {
  constructor(private readonly previews: Previews) {}

  /** Throws as `Previews.preview`, which has written its audit row before it answers. */
  async preview(actor: Actor, inquiryId: string, wanted: PreviewReferral): Promise<AgencyPreview> {
    const preview = await this.previews.preview(actor, inquiryId, wanted);
    return { ...preview, rows: agencyRows({ language: languageOf(preview.language) }, preview) };
  }
}
