import { Module } from '@nestjs/common';
import { IntakeModule } from '../intake/index.js';
import { AuditController } from './audit.controller.js';
import { AuditLog } from './audit-log.service.js';
import { DirectoryQualityController } from './directory-quality.controller.js';
import { DirectoryQuality } from './directory-quality.service.js';
import { LoadController } from './load/load.controller.js';
import { Load } from './load/load.service.js';
import { PromisesController } from './promises/promises.controller.js';
import { PromisesReport } from './promises/promises.service.js';
import { QueueSearchController } from './queue-search/search.controller.js';
import { QueueSearch } from './queue-search/search.service.js';
import { ShiftController } from './shift/shift.controller.js';
import { Shift } from './shift/shift.service.js';
import { StaffListController } from './staff-list.controller.js';
import { StaffList } from './staff-list.service.js';

@Module({ imports: [IntakeModule], controllers: [AuditController, DirectoryQualityController, StaffListController, LoadController, ShiftController, PromisesController, QueueSearchController], providers: [AuditLog, DirectoryQuality, StaffList, Load, Shift, PromisesReport, QueueSearch] })
export class ReportsModule {}
