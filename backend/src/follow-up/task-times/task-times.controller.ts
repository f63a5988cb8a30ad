import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can } from '../../people/index.js';
import { ReadTaskTime, TaskTimeView } from './task-times.dto.js';
import { TaskTimes } from './task-times.service.js';

@ApiTags('follow-up')
@Controller('api/task-times')
export class TaskTimesController {
  constructor(private readonly times: TaskTimes) {}

  /** What words for a day say, before a task is written. */
  @Post()
  @Can('task.work')
  @HttpCode(200)
  read(@Body() body: ReadTaskTime): Promise<TaskTimeView> {
    return this.times.read(body);
  }
}
