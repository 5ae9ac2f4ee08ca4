import { lazy, Suspense, type ComponentProps } from 'react';
import { AllPhrases } from '../../i18n/words-provider.js';
import { ConversationSkeleton } from './conversation/conversation-skeleton.js';

const conversation = () => import('./conversation/conversation-pane.js');
const context = () => import('./context/context-pane.js');

const LeavingBar = lazy(() => import('./composer/leaving-bar.js').then(({ LeavingBar }) => ({ default: LeavingBar })));
const Conversation = lazy(() => conversation().then(({ ConversationPane }) => ({ default: ConversationPane })));
const Context = lazy(() => context().then(({ ContextPane }) => ({ default: ContextPane })));

/** The list is there first; what a ticket needs is fetched while it is looked at, so that opening one waits for nothing. */
export function fetchPanes(agentId: string): void {
  void conversation();
  void context();
  void import('./list/filter-choices.js');
  void import('./composer/draft-sync.js').then(({ syncDrafts }) => {
    syncDrafts(agentId);
  });
}

export function LateConversation(props: ComponentProps<typeof Conversation>) {
  return (
    <Suspense fallback={<ConversationSkeleton />}>
      <AllPhrases fallback={<ConversationSkeleton />}>
        <Conversation {...props} />
      </AllPhrases>
    </Suspense>
  );
}

export function LateContext(props: ComponentProps<typeof Context>) {
  return (
    <Suspense fallback={null}>
      <AllPhrases>
        <Context {...props} />
      </AllPhrases>
    </Suspense>
  );
}

export function LateLeavingBar(props: ComponentProps<typeof LeavingBar>) {
  return (
    <Suspense>
      <AllPhrases>
        <LeavingBar {...props} />
      </AllPhrases>
    </Suspense>
  );
}
