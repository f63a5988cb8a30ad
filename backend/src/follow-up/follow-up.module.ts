import { Module } from '@nestjs/common';
import { FollowUps } from './follow-ups.service.js';
import { FollowUpsController } from './follow-ups.controller.js';

@Module({ controllers: [FollowUpsController], providers: [FollowUps], exports: [FollowUps] })
export class FollowUpModule {}
