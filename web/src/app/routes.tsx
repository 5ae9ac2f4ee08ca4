import { createRootRouteWithContext, createRoute, lazyRouteComponent, Outlet, redirect } from '@tanstack/react-router';
import { accountsSearch } from '../features/accounts/accounts-place.js';
import { approvalsSearch } from '../features/approvals/approvals-place.js';
import { deliveriesSearch } from '../features/deliveries/deliveries-place.js';
import { signInSearch } from '../features/entry/back.js';
import { calendarsSearch } from '../features/promises/calendars-place.js';
import { askSearch } from '../features/experts/phone/ask-place.js';
import { expertsSearch } from '../features/experts/experts-place.js';
import { filtersOf } from '../features/inbox/place.js';
import { teamSearch } from '../features/team/team-place.js';
import { AllPhrases } from '../i18n/words-provider.js';
import { guardSignedIn, type RouterContext } from './guard.js';
import { Shell } from './shell/shell.js';

const root = createRootRouteWithContext<RouterContext>()();

const setUp = createRoute({
  getParentRoute: () => root,
  path: '/set-up',
  component: lazyRouteComponent(() => import('../features/entry/set-up-screen.js'), 'SetUpScreen'),
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: signInSearch,
  component: lazyRouteComponent(() => import('../features/entry/sign-in-screen.js'), 'SignInScreen'),
});

const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation',
  component: lazyRouteComponent(() => import('../features/entry/invitation-screen.js'), 'InvitationScreen'),
});

function WithAllPhrases() {
  return (
    <AllPhrases>
      <Outlet />
    </AllPhrases>
  );
}

const openLate = createRoute({ getParentRoute: () => root, id: 'late', component: WithAllPhrases });

/** For whoever came by a link too: nobody has to be signed in. */
const ask = createRoute({
  getParentRoute: () => openLate,
  path: '/ask',
  validateSearch: askSearch,
  component: lazyRouteComponent(() => import('../features/experts/phone/ask-screen.js'), 'AskScreen'),
});

const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  beforeLoad: ({ context, location }) => guardSignedIn(context, location.href),
  component: Shell,
});

const toInbox = () => redirect({ to: '/inbox/$view', params: { view: 'todo' }, throw: true });

const home = createRoute({ getParentRoute: () => signedIn, path: '/', beforeLoad: toInbox });
const bareInbox = createRoute({ getParentRoute: () => signedIn, path: '/inbox', beforeLoad: toInbox });

/** One screen for the list and for the ticket: opening a ticket must not take the list away. */
const inbox = createRoute({
  getParentRoute: () => signedIn,
  path: '/inbox/$view',
  validateSearch: filtersOf,
  component: lazyRouteComponent(() => import('../features/inbox/inbox-screen.js'), 'InboxScreen'),
});
const ticket = createRoute({ getParentRoute: () => inbox, path: '$ticket' });

/** The screens that are not the inbox. */
const late = createRoute({ getParentRoute: () => signedIn, id: 'late', component: WithAllPhrases });

const accounts = createRoute({
  getParentRoute: () => late,
  path: '/admin/accounts',
  validateSearch: accountsSearch,
  component: lazyRouteComponent(() => import('../features/accounts/accounts-screen.js'), 'AccountsScreen'),
});

const team = createRoute({
  getParentRoute: () => late,
  path: '/admin/team',
  validateSearch: teamSearch,
  component: lazyRouteComponent(() => import('../features/team/team-screen.js'), 'TeamScreen'),
});

const rules = createRoute({
  getParentRoute: () => late,
  path: '/admin/rules',
  component: lazyRouteComponent(() => import('../features/rules/rules-screen.js'), 'RulesScreen'),
});

const topics = createRoute({
  getParentRoute: () => late,
  path: '/admin/topics',
  component: lazyRouteComponent(() => import('../features/rules/topics-screen.js'), 'TopicsScreen'),
});

const calendars = createRoute({
  getParentRoute: () => late,
  path: '/admin/calendars',
  validateSearch: calendarsSearch,
  component: lazyRouteComponent(() => import('../features/promises/calendars-screen.js'), 'CalendarsScreen'),
});

const promises = createRoute({
  getParentRoute: () => late,
  path: '/admin/promises',
  component: lazyRouteComponent(() => import('../features/promises/promises-screen.js'), 'PromisesScreen'),
});

const deliveries = createRoute({
  getParentRoute: () => late,
  path: '/admin/deliveries',
  validateSearch: deliveriesSearch,
  component: lazyRouteComponent(() => import('../features/deliveries/deliveries-screen.js'), 'DeliveriesScreen'),
});

const experts = createRoute({
  getParentRoute: () => late,
  path: '/experts',
  validateSearch: expertsSearch,
  component: lazyRouteComponent(() => import('../features/experts/experts-screen.js'), 'ExpertsScreen'),
});

const approvals = createRoute({
  getParentRoute: () => late,
  path: '/approvals',
  validateSearch: approvalsSearch,
  component: lazyRouteComponent(() => import('../features/approvals/approvals-screen.js'), 'ApprovalsScreen'),
});

const approvalRules = createRoute({
  getParentRoute: () => late,
  path: '/admin/approval-rules',
  component: lazyRouteComponent(() => import('../features/approvals/rules/rules-screen.js'), 'ApprovalRulesScreen'),
});

const me = createRoute({
  getParentRoute: () => late,
  path: '/me',
  component: lazyRouteComponent(() => import('../features/me/me-screen.js'), 'MeScreen'),
});

export const routeTree = root.addChildren([
  setUp,
  signIn,
  invitation,
  openLate.addChildren([ask]),
  signedIn.addChildren([
    home,
    bareInbox,
    inbox.addChildren([ticket]),
    late.addChildren([
      accounts,
      approvalRules,
      approvals,
      calendars,
      deliveries,
      experts,
      me,
      promises,
      rules,
      team,
      topics,
    ]),
  ]),
]);
