import { Global, Module } from '@nestjs/common';
import { Audit } from './audit.service.js';
import { Journal } from './journal.js';
import { AuditSealer } from './sealer.service.js';

@Global()
@Module({ providers: [Audit, AuditSealer, Journal], exports: [Audit, AuditSealer, Journal] })
export class AuditModule {}
