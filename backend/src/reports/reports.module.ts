import { Module } from '@nestjs/common';
import { AuditController } from './audit.controller.js';
import { AuditLog } from './audit-log.service.js';

@Module({ controllers: [AuditController], providers: [AuditLog] })
export class ReportsModule {}
