export { Report, type Finding, type FindingGroup } from './hsds/domain/report.js';
export { FORMS, HsdsExport, type ExportForm } from './hsds/export/hsds-export.service.js';
export { HsdsImport, type ImportOptions, type ImportResult } from './hsds/hsds-import.service.js';
export { InteropModule } from './interop.module.js';
export { mappingFaults, TARGETS, type Mapping } from './tables/domain/mapping.js';
export { PRESETS, UNTRIED } from './tables/domain/presets.js';
export { isTable, TableImport, type TableLook } from './tables/table-import.service.js';
export { NoVocabulary, type Said } from './vocabularies/read-vocabulary.js';
export { VocabularyImport, type VocabularyResult, type VocabularyTaken } from './vocabularies/vocabulary-import.service.js';
