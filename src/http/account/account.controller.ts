import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { CheckAccount } from '../../actions/account/check-account.js';
import { ConnectAccount } from '../../actions/account/connect-account.js';
import { DisconnectAccount } from '../../actions/account/disconnect-account.js';
import { NetworkCatalogue } from '../../actions/account/network-catalogue.js';
import { RecheckAccount } from '../../actions/account/recheck-account.js';
import { RefetchAccount } from '../../actions/account/refetch-account.js';
import { RepairAccount } from '../../actions/account/repair-account.js';
import type { Caller } from '../../actions/caller.js';
import { mustAllow } from '../../actions/must-allow.js';
import { accountSeenBy, type AccountCheckView, type AccountView, type NetworkView } from '../../contract/index.js';
import { accountViews } from '../../store/account/account.view.js';
import { Reader } from '../../store/reader.view.js';
import { IdPipe } from '../id.pipe.js';
import { From } from '../session/from.js';
import { AccountBody, AccountFormBody, NewAccountBody, RefetchBody } from './account.dto.js';

@Controller('api')
export class AccountController {
  constructor(
    private readonly reader: Reader,
    private readonly networks: NetworkCatalogue,
    private readonly checkAccount: CheckAccount,
    private readonly connectAccount: ConnectAccount,
  ) {}

  /** The networks there are, with the forms that connect an account of theirs. */
  @Get('networks')
  catalogue(@From() caller: Caller): NetworkView[] {
    mustAllow(caller, 'accounts.see');
    return this.networks.views();
  }

  @Get('accounts')
  async list(@From() caller: Caller): Promise<AccountView[]> {
    mustAllow(caller, 'accounts.see');
    const ask = { id: null, factsOf: this.networks.factsOf };
    const accounts = await this.reader.read((sql) => accountViews(sql, caller.workspaceId, ask));
    return accounts.map((account) => accountSeenBy(caller, account));
  }

  /** Asks the network about credentials, and stores nothing. */
  @Post('accounts/check')
  @HttpCode(200)
  check(@From() caller: Caller, @Body() body: AccountFormBody): Promise<AccountCheckView> {
    return this.checkAccount.run(caller, body);
  }

  @Post('accounts')
  @HttpCode(200)
  connect(@From() caller: Caller, @Body() body: NewAccountBody): Promise<AccountView> {
    return this.connectAccount.run(caller, body);
  }
}

@Controller('api/accounts/:id')
export class KnownAccountController {
  constructor(
    private readonly repairAccount: RepairAccount,
    private readonly recheckAccount: RecheckAccount,
    private readonly refetchAccount: RefetchAccount,
    private readonly disconnectAccount: DisconnectAccount,
  ) {}

  /** New credentials; what is left out or empty stays. */
  @Patch()
  repair(@From() caller: Caller, @Param('id', IdPipe) id: string, @Body() body: AccountBody): Promise<AccountView> {
    return this.repairAccount.run(caller, id, body);
  }

  /** Asks the network afresh with the credentials that are stored. */
  @Post('check')
  @HttpCode(200)
  recheck(@From() caller: Caller, @Param('id', IdPipe) id: string): Promise<AccountView> {
    return this.recheckAccount.run(caller, id);
  }

  /** Asks the network once more for everything since then; what is here already stays as it is. */
  @Post('refetch')
  @HttpCode(200)
  refetch(@From() caller: Caller, @Param('id', IdPipe) id: string, @Body() body: RefetchBody): Promise<AccountView> {
    return this.refetchAccount.run(caller, id, new Date(body.from));
  }

  @Delete()
  @HttpCode(204)
  disconnect(@From() caller: Caller, @Param('id', IdPipe) id: string): Promise<void> {
    return this.disconnectAccount.run(caller, id);
  }
}
