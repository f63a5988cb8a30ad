import { Module } from '@nestjs/common';
import { DirectoryModule } from '../directory/index.js';
import { IntakeModule } from '../intake/index.js';
import { PartnersModule } from '../partners/index.js';
import { AccountLetters } from './account-letters.service.js';
import { AgencyMails } from './agency-mails.service.js';
import { AgencyWording } from './agency-wording.js';
import { Alerts } from './alerts.service.js';
import { AuditWatch } from './audit-watch.service.js';
import { Live } from './live.service.js';
import { LiveController } from './live.controller.js';
import { MailboxController } from './mailbox.controller.js';
import { Mailbox } from './mailbox.service.js';
import { Outbox } from './outbox.js';
import { PersonAddress } from './person-address.js';
import { PersonMails } from './person-mails.service.js';
import { Postman } from './postman.js';
import { Secrets } from './secrets.js';

@Module({
  imports: [DirectoryModule, IntakeModule, PartnersModule],
  controllers: [LiveController, MailboxController],
  providers: [AccountLetters, AgencyMails, AgencyWording, Alerts, AuditWatch, Live, Mailbox, Outbox, PersonAddress, PersonMails, Postman, Secrets],
})
export class NotificationsModule {}
