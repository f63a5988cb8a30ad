import { Module } from '@nestjs/common';
import { PassingController } from './passing.controller.js';
import { Passing } from './passing.service.js';
import { PracticeDesk } from './practice-desk.service.js';
import { PracticeController } from './practice.controller.js';
import { Practice } from './practice.service.js';

@Module({ controllers: [PassingController, PracticeController], providers: [Passing, Practice, PracticeDesk] })
export class PracticeModule {}
