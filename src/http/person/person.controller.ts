import { Body, Controller, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import type { Caller } from '../../actions/caller.js';
import { mustAllow } from '../../actions/must-allow.js';
import { ChangePerson } from '../../actions/person/change-person.js';
import { JoinPersons } from '../../actions/person/join-persons.js';
import { UndoJoin } from '../../actions/person/undo-join.js';
import { Refusal, type PersonPage } from '../../contract/index.js';
import { seenPerson } from '../../store/person/person.view.js';
import { Reader } from '../../store/reader.view.js';
import { IdPipe } from '../id.pipe.js';
import { From } from '../session/from.js';
import { OtherPersonBody, PersonBody } from './person.dto.js';

/** Who writes to us. */
@Controller('api')
export class PersonController {
  constructor(
    private readonly reader: Reader,
    private readonly changePerson: ChangePerson,
    private readonly joinPersons: JoinPersons,
    private readonly undoOfJoin: UndoJoin,
  ) {}

  /** Their identities, and who else they might be. */
  @Get('persons/:id')
  async open(@From() caller: Caller, @Param('id', IdPipe) id: string): Promise<PersonPage> {
    mustAllow(caller, 'persons.see');
    const page = await this.reader.read((sql) => seenPerson(sql, caller, id));
    if (!page) throw new Refusal('not-found', { what: 'person' });
    return page;
  }

  @Patch('persons/:id')
  change(@From() caller: Caller, @Param('id', IdPipe) id: string, @Body() { vip }: PersonBody): Promise<PersonPage> {
    return this.changePerson.run(caller, { personId: id, vip });
  }

  /** The other one is this one: their identities and tickets become this person's. */
  @Post('persons/:id/join')
  @HttpCode(200)
  join(@From() caller: Caller, @Param('id', IdPipe) id: string, @Body() body: OtherPersonBody): Promise<PersonPage> {
    return this.joinPersons.run(caller, { personId: id, otherId: body.personId });
  }

  /** The other one is somebody else, whatever they are called. */
  @Post('persons/:id/apart')
  @HttpCode(200)
  apart(@From() caller: Caller, @Param('id', IdPipe) id: string, @Body() body: OtherPersonBody): Promise<PersonPage> {
    return this.joinPersons.apart(caller, { personId: id, otherId: body.personId });
  }

  @Post('person-joins/:id/undo')
  @HttpCode(200)
  undo(@From() caller: Caller, @Param('id', IdPipe) id: string): Promise<PersonPage> {
    return this.undoOfJoin.run(caller, id);
  }
}
