export { AuditModule } from './audit.module.js';
export { Audit, auditBody, type AuditAct, type AuditRow } from './audit.service.js';
export { AuditSealer, type Verdict } from './sealer.service.js';
export { Journal } from './journal.js';
