import { Global, Module } from '@nestjs/common';
import { Anchors } from './anchors.js';
import { Audit } from './audit.service.js';
import { Journal } from './journal.js';
import { AuditSealer } from './sealer.service.js';
import { AuditVerifier } from './verifier.service.js';

@Global()
@Module({ providers: [Anchors, Audit, AuditSealer, AuditVerifier, Journal], exports: [Anchors, Audit, AuditSealer, AuditVerifier, Journal] })
export class AuditModule {}
