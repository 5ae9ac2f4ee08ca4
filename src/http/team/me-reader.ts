import { Injectable } from '@nestjs/common';
import type { Me } from '../../contract/index.js';
import { Reader } from '../../store/reader.view.js';
import { meView } from '../../store/team/me.view.js';
import { Site } from '../site.js';

/** What a console wants to know first: who is signed in, and where. */
@Injectable()
export class MeReader {
  constructor(
    private readonly reader: Reader,
    private readonly site: Site,
  ) {}

  async of(agent: { readonly workspaceId: number; readonly agentId: string }): Promise<Me> {
    const me = await this.reader.read((sql) => meView(sql, agent.workspaceId, agent.agentId));
    return { ...me, version: this.site.facts.version };
  }
}
