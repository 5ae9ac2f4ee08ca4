import { Controller, Get, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Public } from './session/public.js';
import { Site } from './site.js';

@Public()
@Controller('api/openapi.json')
export class OpenApiController {
  constructor(private readonly site: Site) {}

  /** This description. Made from the code at build time: at run time it is a file. */
  @Get()
  read(@Res() response: Response): void {
    response.set('Cache-Control', 'no-cache').sendFile(this.site.facts.openApiFile);
  }
}
