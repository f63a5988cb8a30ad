import { Module } from '@nestjs/common';
import { AuditController } from './audit.controller.js';
import { AuditLog } from './audit-log.service.js';
import { StaffListController } from './staff-list.controller.js';
import { StaffList } from './staff-list.service.js';

@Module({ controllers: [AuditController, StaffListController], providers: [AuditLog, StaffList] })
export class ReportsModule {}
