import { parse } from 'node:path';
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
    const { dir: root, base } = parse(this.site.facts.openApiFile);
    // By its folder: a path of its own would be refused when any folder above begins with a dot.
    response.set('Cache-Control', 'no-cache').sendFile(base, { root });
  }
}
