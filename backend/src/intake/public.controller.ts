import { Body, Controller, Headers, Post, Req } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Can, CurrentActor } from '../people/index.js';
import type { Actor } from '../platform/index.js';
import { PublicDoor } from './public-door.service.js';
import { ReceiptView, SubmitInquiry } from './submit-inquiry.dto.js';

@ApiTags('intake')
@Controller('api/public')
export class PublicController {
  constructor(private readonly door: PublicDoor) {}

  /** Same key and body: the same answer. Same key, other body: 422 `request.key-reused`. */
  @Post('inquiries')
  @Can('inquiry.submit')
  @ApiHeader({ name: 'idempotency-key', required: true, description: '16 to 100 visible ASCII characters' })
  submit(@CurrentActor() actor: Actor, @Headers('idempotency-key') key: string, @Body() body: SubmitInquiry, @Req() request: FastifyRequest): Promise<ReceiptView> {
    return this.door.submit(actor, key, body, request.ip);
  }
}
