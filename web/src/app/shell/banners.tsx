import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { may, type AccountView } from '../../../../src/contract/index.js';
import { accountsQuery } from '../../api/accounts.js';
import { useMe } from '../../api/use-me.js';
import { useWords } from '../../i18n/words-provider.js';
import { useNow } from '../../live/use-now.js';
import { Banner } from '../../ui/banner.js';
import { useAvailability } from './availability-switch.js';
import css from './banners.module.css';
import { useIndication } from './connection.js';

/** What everybody must know while they work, above every screen. */
export function Banners() {
  const words = useWords();
  const { workspace } = useMe();
  const { data: accounts = [] } = useQuery(accountsQuery);
  const broken = accounts.filter(({ state }) => state === 'needs-reauth' || state === 'restricted');
  return (
    <section className={css.banners} aria-label={words.t('banner.label')}>
      <Offline />
      {broken.map((account) => (
        <BrokenAccount key={account.id} account={account} />
      ))}
      <NotTaking />
      {workspace.demo && <p className={css.demo}>{words.t('banner.demo-short')}</p>}
    </section>
  );
}

function Offline() {
  const words = useWords();
  const now = useNow(1000);
  const indication = useIndication();
  if (indication.kind !== 'offline') return null;
  return (
    <Banner tone="late" icon="late">
      {words.t('banner.offline', { span: words.span(Math.max(0, now - indication.since)) })}
    </Banner>
  );
}

/** Somebody who is here but takes no tickets should know it, and not wonder at an empty list. */
function NotTaking() {
  const words = useWords();
  const [availability, change] = useAvailability();
  if (availability !== 'offline') return null;
  const act = (
    <button
      type="button"
      className={css.act}
      onClick={() => {
        change('available');
      }}
    >
      {words.t('palette.availability.available')}
    </button>
  );
  return (
    <Banner tone="plain" icon="moon" acts={act}>
      {words.t('banner.not-taking')}
    </Banner>
  );
}

function BrokenAccount({ account }: { account: AccountView }) {
  const words = useWords();
  const { agent } = useMe();
  const mayRepair = may(agent, 'accounts.manage').ok;
  const { name, networkName: network, heldReplies: held } = account;
  return (
    <Banner
      tone="late"
      icon="plug"
      acts={
        <Link to="/admin/accounts" search={mayRepair ? { repair: account.id } : {}} className={css.act}>
          {words.t(mayRepair ? 'banner.repair' : 'banner.look')}
        </Link>
      }
    >
      <strong>
        {words.t(`banner.${account.state === 'restricted' ? 'restricted' : 'needs-reauth'}`, { name, network })}
      </strong>{' '}
      {words.t('banner.held', { held })} {!mayRepair && words.t('banner.ask-admin')}
    </Banner>
  );
}
