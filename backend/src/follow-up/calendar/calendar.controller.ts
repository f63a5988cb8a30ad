import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, CurrentActor } from '../../people/index.js';
import type { Actor } from '../../platform/index.js';
import { CalendarView, MadeCalendarView } from './calendar.dto.js';
import { Calendars } from './calendars.service.js';

/** The address of one's own calendar. */
@ApiTags('follow-up')
@Controller('api/me/calendar')
export class CalendarController {
  constructor(private readonly calendars: Calendars) {}

  @Get()
  @Can('follow-up.read')
  of(@CurrentActor() actor: Actor): Promise<CalendarView> {
    return this.calendars.of(actor);
  }

  /** Makes an address, shown this once. It ends the one before. */
  @Post()
  @Can('follow-up.read')
  @HttpCode(200)
  make(@CurrentActor() actor: Actor): Promise<MadeCalendarView> {
    return this.calendars.make(actor);
  }

  /** Nothing happens where there is none. */
  @Post('end')
  @Can('follow-up.read')
  @HttpCode(204)
  end(@CurrentActor() actor: Actor): Promise<void> {
    return this.calendars.end(actor);
  }
}
