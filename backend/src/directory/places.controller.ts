import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can } from '../people/index.js';
import { FindPlaces, PlacesView } from './places.dto.js';
import { Places } from './places.service.js';

@ApiTags('directory')
@Controller('api/directory/places')
export class PlacesController {
  constructor(private readonly places: Places) {}

  /** A search, nothing is written: which places a text may mean, typing errors forgiven. In the body, because where somebody lives belongs into no address. */
  @Post()
  @Can('inquiry.read')
  @HttpCode(200)
  find(@Body() { text }: FindPlaces): Promise<PlacesView> {
    return this.places.view(text);
  }
}
