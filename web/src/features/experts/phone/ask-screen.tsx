import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { hasCode } from '../../../api/api-error.js';
import { askPageQuery, askPages } from '../../../api/experts.js';
import { RefusalNote } from '../../../api/refusal-note.js';
import { useWords } from '../../../i18n/words-provider.js';
import { AskFrame } from './ask-frame.js';
import { askSearch } from './ask-place.js';
import { AskView } from './ask-view.js';
import { openedBefore, rememberLink } from './opened-links.js';

/** One question to one expert, who came by a link or from their list. For a telephone first. */
export function AskScreen() {
  const { id } = askSearch(useSearch({ strict: false }));
  // Behind the `#`, which reaches no server, no log and no referrer.
  const [token] = useState(() => window.location.hash.slice(1));
  if (id !== undefined) return <Question askId={id} />;
  return <Opening token={token} />;
}

function Opening({ token }: { token: string }) {
  const words = useWords();
  const navigate = useNavigate();
  const link = useQuery({
    queryKey: ['ask-link', token],
    queryFn: () => openOnce(token),
    staleTime: Infinity,
    retry: false,
  });
  const askId = link.data;
  useEffect(() => {
    if (askId !== undefined) void navigate({ to: '/ask', search: { id: askId }, hash: '', replace: true });
  }, [askId, navigate]);
  if (link.error) return <Broken error={link.error} />;
  return (
    <AskFrame title={words.t('answer.title')}>
      <p role="status">{words.t('answer.opening')}</p>
    </AskFrame>
  );
}

async function openOnce(token: string): Promise<string> {
  try {
    const { askId } = await askPages.open(token);
    rememberLink(token, askId);
    return askId;
  } catch (error) {
    const before = hasCode(error, 'link.invalid') ? openedBefore(token) : null;
    if (before === null) throw error;
    return before;
  }
}

function Question({ askId }: { askId: string }) {
  const words = useWords();
  const { data: page, error } = useQuery(askPageQuery(askId));
  if (page) return <AskView page={page} />;
  if (error) return <Broken error={error} />;
  return (
    <AskFrame title={words.t('answer.title')}>
      <p role="status">{words.t('answer.opening')}</p>
    </AskFrame>
  );
}

function Broken({ error }: { error: unknown }) {
  const words = useWords();
  const isOver = (['link.invalid', 'session.none', 'not-found'] as const).some((code) => hasCode(error, code));
  return (
    <AskFrame title={words.t('answer.broken')}>
      {isOver ? <p>{words.t('answer.broken-text')}</p> : <RefusalNote error={error} />}
    </AskFrame>
  );
}
