import { Module } from '@nestjs/common';
import { InjectCommander } from 'nest-commander';
import { Backup } from './backup.command.js';
import { CreateAdmin } from './create-admin.command.js';
import { Doctor } from './doctor.command.js';
import { ExportListings } from './export.command.js';
import { House } from './house.js';
import { ImportVocabulary } from './import-vocabulary.command.js';
import { ImportListings } from './import.command.js';
import { MatchFile } from './match.command.js';
import { CALL, speakPlainly, type Commander } from './operator-command.js';
import { Restore } from './restore.command.js';
import { SeedDemo } from './seed-demo.command.js';
import { Terminal } from './terminal.js';
import { TriageFile } from './triage.command.js';
import { VerifyAudit } from './verify-audit.command.js';

/** The operator's commands. None of them is opened before its words have been read and understood. */
@Module({ providers: [House, Terminal, CreateAdmin, ImportListings, ImportVocabulary, ExportListings, MatchFile, SeedDemo, TriageFile, VerifyAudit, Doctor, Backup, Restore] })
export class CliModule {
  constructor(@InjectCommander() commander: unknown) {
    speakPlainly((commander as Commander).name(CALL).description('The operator\'s commands of the Referral Desk.'));
  }
}
