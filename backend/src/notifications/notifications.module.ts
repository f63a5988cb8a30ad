import { Module } from '@nestjs/common';
import { DirectoryModule } from '../directory/index.js';
import { IntakeModule } from '../intake/index.js';
import { PartnersModule } from '../partners/index.js';
import { ReferralsModule } from '../referrals/index.js';
import { AccountLetters } from './desk/account-letters.service.js';
import { CameBack } from './agencies/came-back.service.js';
import { AgencyMails } from './agencies/agency-mails.service.js';
import { AgencyWording } from './agencies/agency-wording.js';
import { Alerts } from './desk/alerts.service.js';
import { AuditWatch } from './desk/audit-watch.service.js';
import { Live } from './desk/live.service.js';
import { LiveController } from './desk/live.controller.js';
import { MailboxController } from './post/mailbox.controller.js';
import { Mailbox } from './post/mailbox.service.js';
import { Outbox } from './post/outbox.js';
import { TakenBack } from './agencies/taken-back.service.js';
import { LetterViews } from './person/letter-views.js';
import { MessagesController } from './person/messages.controller.js';
import { Messages } from './person/messages.service.js';
import { PersonAddress } from './person/person-address.js';
import { PersonMails } from './person/person-mails.service.js';
import { ReceiptMails } from './agencies/receipt-mails.service.js';
import { MemberMails } from './agencies/member-mails.service.js';
import { ApplicantMails } from './agencies/applicant-mails.service.js';
import { ReadyTexts } from './templates/ready-texts.service.js';
import { TemplatesController } from './templates/templates.controller.js';
import { Templates } from './templates/templates.service.js';
import { Postman } from './post/postman.js';
import { Secrets } from './post/secrets.js';

@Module({
  imports: [DirectoryModule, IntakeModule, PartnersModule, ReferralsModule],
  controllers: [LiveController, MailboxController, MessagesController, TemplatesController],
  providers: [AccountLetters, AgencyMails, AgencyWording, Alerts, ApplicantMails, AuditWatch, CameBack, LetterViews, Live, Mailbox, MemberMails, Messages, Outbox, PersonAddress, PersonMails, Postman, ReadyTexts, ReceiptMails, Secrets, TakenBack, Templates],
})
export class NotificationsModule {}
