import { Controller, Get, HttpCode, Param, Post, Res, UploadedFile, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import type { Response } from 'express';
import { memoryStorage } from 'multer';
import type { Caller } from '../../actions/caller.js';
import { StoreFile } from '../../actions/message/store-file.js';
import { Refusal, type FileView } from '../../contract/index.js';
import { fileContent } from '../../store/message/file.view.js';
import { Reader } from '../../store/reader.view.js';
import { IdPipe } from '../id.pipe.js';
import { Invalid } from '../invalid.js';
import { limits } from '../limits.js';
import { From } from '../session/from.js';
import { fileKind, keptMime } from './file-kind.js';

const upload = FileInterceptor('file', {
  storage: memoryStorage(),
  limits: { fileSize: limits.fileBytes, files: 1, fields: 0, headerPairs: 20 },
});

@Controller('api/files')
export class FileController {
  constructor(
    private readonly reader: Reader,
    private readonly storeFile: StoreFile,
  ) {}

  /** Uploads one file, in the part `file` of a form; a reply names it by its id. */
  @Post()
  @HttpCode(200)
  @UseInterceptors(upload)
  add(@From() caller: Caller, @UploadedFile() file: Express.Multer.File | undefined): Promise<FileView> {
    if (file === undefined || file.size === 0) throw new Invalid({ file: ['isDefined'] });
    const name = nameOf(file);
    return this.storeFile.run(caller, { name, mime: keptMime(file.buffer, file.mimetype), bytes: file.buffer });
  }

  /** The bytes of a file. Pictures may be shown in place; anything else is for saving. */
  @Get(':id')
  async read(@From() caller: Caller, @Param('id', IdPipe) id: string, @Res() response: Response): Promise<void> {
    const file = await this.reader.read((sql) => fileContent(sql, caller.workspaceId, id));
    if (!file) throw new Refusal('not-found', { what: 'file' });
    const { mime, inline } = fileKind(file.bytes);
    response
      .attachment(file.name)
      .set({
        'Content-Type': mime,
        'Content-Disposition': disposition(response, inline),
        'Content-Security-Policy': "default-src 'none'; sandbox",
        'Cache-Control': 'private, max-age=31536000, immutable',
      })
      .send(file.bytes);
  }
}

/** Browsers send names as UTF-8, the parser hands them on as Latin-1. */
function nameOf(file: Express.Multer.File): string {
  const name = Buffer.from(file.originalname, 'latin1').toString('utf8');
  const base = name.split(/[/\\]/).at(-1) ?? '';
  // Control characters and those that turn the reading direction round could dress one kind of file up as another.
  const plain = base.replace(/[\p{Cc}\p{Cf}]/gu, '').trim();
  return plain === '' ? 'file' : plain.slice(-150);
}

/** Express has written it for saving, with the name encoded as it must be. */
function disposition(response: Response, inline: boolean): string {
  const written = String(response.get('Content-Disposition') ?? 'attachment');
  return inline ? written.replace(/^attachment/, 'inline') : written;
}
