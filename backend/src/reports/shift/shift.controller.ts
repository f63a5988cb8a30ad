import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, CurrentActor } from '../../people/index.js';
import type { Actor } from '../../platform/index.js';
import { ShiftRowView } from './shift.dto.js';
import { Shift } from './shift.service.js';

@ApiTags('reports')
@Controller('api/queue')
export class ShiftController {
  constructor(private readonly shift: Shift) {}

  /** The actor's open requests, each with what is due in it. */
  @Get('shift')
  @Can('queue.change')
  rows(@CurrentActor() actor: Actor): Promise<ShiftRowView[]> {
    return this.shift.rows(actor);
  }
}
