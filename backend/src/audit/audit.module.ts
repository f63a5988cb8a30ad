import { Global, Module } from '@nestjs/common';
import { Audit } from './audit.service.js';
import { AuditSealer } from './sealer.service.js';

@Global()
@Module({ providers: [Audit, AuditSealer], exports: [Audit, AuditSealer] })
export class AuditModule {}
