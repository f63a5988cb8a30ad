import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, CurrentActor } from '../../people/index.js';
import type { Actor } from '../../platform/index.js';
import { PreviewReferral } from '../../referrals/index.js';
import { AgencyPreview } from './agency-preview.dto.js';
import { AgencyPreviews } from './agency-previews.service.js';

/** For the desk. It stands here because the words are the agency's page's own. */
@ApiTags('pages')
@Controller('api')
export class AgencyPreviewsController {
  constructor(private readonly previews: AgencyPreviews) {}

  /** Exactly what the agency would read. Each call is one audit row, committed before the answer. */
  @Post('inquiries/:id/referral-preview')
  @Can('referral.make')
  @HttpCode(200)
  preview(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: PreviewReferral): Promise<AgencyPreview> {
    return this.previews.preview(actor, id, body);
  }
}
