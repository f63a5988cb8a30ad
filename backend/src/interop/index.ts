export { Report, type Finding, type FindingGroup } from './hsds/domain/report.js';
export { FORMS, HsdsExport, type ExportForm } from './hsds/export/hsds-export.service.js';
export { HsdsImport, type ImportOptions, type ImportResult } from './hsds/hsds-import.service.js';
export { InteropModule } from './interop.module.js';
