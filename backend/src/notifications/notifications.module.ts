import { Module } from '@nestjs/common';
import { AccountLetters } from './account-letters.service.js';
import { Alerts } from './alerts.service.js';
import { AuditWatch } from './audit-watch.service.js';
import { Live } from './live.service.js';
import { LiveController } from './live.controller.js';
import { MailboxController } from './mailbox.controller.js';
import { Mailbox } from './mailbox.service.js';
import { Outbox } from './outbox.js';
import { Postman } from './postman.js';

@Module({ controllers: [LiveController, MailboxController], providers: [AccountLetters, Alerts, AuditWatch, Live, Mailbox, Outbox, Postman] })
export class NotificationsModule {}
