import { useMutation } from '@tanstack/react-query';
import type { Me, Role } from '../../../../src/contract/index.js';
import { RefusalNote } from '../../api/refusal-note.js';
import { session } from '../../api/session.js';
import { useWords } from '../../i18n/words-provider.js';
import { Avatar } from '../../ui/avatar.js';
import css from './demo-people.module.css';

interface DemoPeopleProps {
  people: readonly { name: string; email: string; password: string; role: Role }[];
  onSignedIn: (me: Me) => void;
}

/** In the demo one looks around as any of its people. */
export function DemoPeople({ people, onSignedIn }: DemoPeopleProps) {
  const words = useWords();
  const signIn = useMutation({ mutationFn: session.signIn, onSuccess: onSignedIn });
  return (
    <section className={css.demo} aria-labelledby="demo-title">
      <h2 id="demo-title" className={css.title}>
        {words.t('demo.title')}
      </h2>
      <p className={css.lead}>{words.t('demo.lead')}</p>
      <ul className={css.people}>
        {people.map(({ name, email, password, role }) => (
          <li key={email}>
            <button
              type="button"
              className={css.person}
              disabled={signIn.isPending}
              onClick={() => {
                signIn.mutate({ email, password });
              }}
            >
              <Avatar name={name} size={32} />
              <span>
                <span className={css.name}>{name}</span>
                <span className={css.role}>{words.t(`role.${role}`)}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      <RefusalNote error={signIn.error} />
    </section>
  );
}
