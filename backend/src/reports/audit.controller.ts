import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, CurrentActor } from '../people/index.js';
import type { Actor } from '../platform/index.js';
import { AuditRowView, ReadAudit } from './audit.dto.js';
import { AuditLog } from './audit-log.service.js';

@ApiTags('reports')
@Controller('api/audit')
export class AuditController {
  constructor(private readonly log: AuditLog) {}

  /** The newest acts, newest first. */
  @Get()
  @Can('audit.read')
  newest(@CurrentActor() actor: Actor, @Query() query: ReadAudit): Promise<AuditRowView[]> {
    return this.log.newest(actor, query);
  }
}
