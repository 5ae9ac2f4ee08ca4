import { session } from '../../api/session.js';
import { useAct } from '../../api/use-act.js';

/** Ends the session and leaves by a fresh page: nothing of one person's work may stay for the next one. */
export function useSignOut(): () => void {
  const act = useAct(
    () => session.signOut(),
    () => {
      window.location.assign('/sign-in');
    },
  );
  return () => {
    act.mutate(undefined);
  };
}
