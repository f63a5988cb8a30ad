import { Module } from '@nestjs/common';
import { IntakeModule } from '../intake/index.js';
import { FirstStart } from './first-start.js';
import { Stories } from './stories/stories.js';

@Module({ imports: [IntakeModule], providers: [FirstStart, Stories], exports: [FirstStart] })
export class SeedModule {}
