import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import { Can, CurrentActor } from '../../people/index.js';
import { IfMatch, type Actor } from '../../platform/index.js';
import { ChangeTask, EndTask, MakeTask, OpenTaskView, ReadTasks, TaskView } from './task.dto.js';
import { TaskLists } from './task-lists.service.js';
import { Tasks } from './tasks.service.js';

const Id = (): ParameterDecorator => Param('id', ParseUUIDPipe);
const Versioned = (): MethodDecorator => ApiHeader({ name: 'if-match', required: true });

@ApiTags('intake')
@Controller('api')
export class TasksController {
  constructor(
    private readonly lists: TaskLists,
    private readonly tasks: Tasks,
  ) {}

  /** One's own open ones, or those of a colleague (`of`) for who supervises. */
  @Get('tasks')
  @Can('task.work')
  open(@CurrentActor() actor: Actor, @Query() query: ReadTasks): Promise<OpenTaskView[]> {
    return this.lists.open(actor, query);
  }

  /** Open ones first, soonest first. */
  @Get('inquiries/:id/tasks')
  @Can('task.keep')
  of(@CurrentActor() actor: Actor, @Id() id: string): Promise<TaskView[]> {
    return this.lists.of(actor, id);
  }

  /** 409 `task.closed` where nobody has the request. */
  @Post('inquiries/:id/tasks')
  @Can('task.keep')
  @HttpCode(204)
  make(@CurrentActor() actor: Actor, @Id() id: string, @Body() body: MakeTask): Promise<void> {
    return this.tasks.make(actor, id, body);
  }

  /** 412 tells in `since` what stands there now. */
  @Put('tasks/:id')
  @Can('task.work')
  @Versioned()
  @HttpCode(204)
  change(@CurrentActor() actor: Actor, @Id() id: string, @IfMatch() version: number, @Body() body: ChangeTask): Promise<void> {
    return this.tasks.change(actor, id, { ...body, version });
  }

  @Post('tasks/:id/end')
  @Can('task.work')
  @Versioned()
  @HttpCode(204)
  end(@CurrentActor() actor: Actor, @Id() id: string, @IfMatch() version: number, @Body() body: EndTask): Promise<void> {
    return this.tasks.end(actor, id, { ...body, version });
  }

  @Post('tasks/:id/reopen')
  @Can('task.work')
  @Versioned()
  @HttpCode(204)
  reopen(@CurrentActor() actor: Actor, @Id() id: string, @IfMatch() version: number): Promise<void> {
    return this.tasks.reopen(actor, id, version);
  }
}
