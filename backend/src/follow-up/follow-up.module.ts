import { Module } from '@nestjs/common';
import { DirectoryModule } from '../directory/index.js';
import { IntakeModule } from '../intake/index.js';
import { MatchingModule } from '../matching/index.js';
import { ReferralsModule } from '../referrals/index.js';
import { CalendarController } from './calendar/calendar.controller.js';
import { CalendarFeedController } from './calendar/calendar-feed.controller.js';
import { Calendars } from './calendar/calendars.service.js';
import { Claims } from './claims.service.js';
import { Dues } from './dues.service.js';
import { FirstContactsController } from './first-contact/first-contacts.controller.js';
import { FirstContacts } from './first-contact/first-contacts.service.js';
import { FollowUps } from './follow-ups.service.js';
import { FollowUpsController } from './follow-ups.controller.js';
import { Outcomes } from './outcomes.service.js';
import { PersonOutcomes } from './person-outcomes.service.js';
import { Reactions } from './reactions.service.js';
import { SnoozesController } from './snooze/snoozes.controller.js';
import { Snoozes } from './snooze/snoozes.service.js';
import { WakeTimes } from './snooze/wake-times.service.js';
import { Waking } from './snooze/waking.service.js';
import { TaskTimesController } from './task-times/task-times.controller.js';
import { TaskTimes } from './task-times/task-times.service.js';
import { WhatCame } from './what-came.service.js';

@Module({
  imports: [DirectoryModule, IntakeModule, MatchingModule, ReferralsModule],
  controllers: [FollowUpsController, SnoozesController, FirstContactsController, CalendarController, CalendarFeedController, TaskTimesController],
  providers: [Calendars, Claims, Dues, FollowUps, Outcomes, PersonOutcomes, Reactions, Snoozes, WakeTimes, Waking, WhatCame, FirstContacts, TaskTimes],
  exports: [FollowUps, Outcomes, PersonOutcomes],
})
export class FollowUpModule {}
