export { Anchors } from './anchors.js';
export { AuditModule } from './audit.module.js';
export { Audit, auditBody, type AuditAct } from './audit.service.js';
export { AuditSealer } from './sealer.service.js';
export { AuditVerifier, type Verdict } from './verifier.service.js';
export { Journal } from './journal.js';
