import { Module } from '@nestjs/common';
import { AuditController } from './audit.controller.js';
import { AuditLog } from './audit-log.service.js';
import { DirectoryQualityController } from './directory-quality.controller.js';
import { DirectoryQuality } from './directory-quality.service.js';
import { StaffListController } from './staff-list.controller.js';
import { StaffList } from './staff-list.service.js';

@Module({ controllers: [AuditController, DirectoryQualityController, StaffListController], providers: [AuditLog, DirectoryQuality, StaffList] })
export class ReportsModule {}
