import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, CurrentActor } from '../people/index.js';
import type { Actor } from '../platform/index.js';
import { StaffView } from './staff-list.dto.js';
import { StaffList } from './staff-list.service.js';

@ApiTags('people')
@Controller('api/staff')
export class StaffListController {
  constructor(private readonly list: StaffList) {}

  /** All accounts, those that may sign in first. */
  @Get()
  @Can('account.manage')
  everybody(@CurrentActor() actor: Actor): Promise<StaffView[]> {
    return this.list.all(actor);
  }
}
