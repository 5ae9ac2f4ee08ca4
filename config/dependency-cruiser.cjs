// Who may import whom. test/architecture holds, for each rule, a file that breaks it.

const { join } = require('node:path');

const packagesOf = (names) => `(^|/)node_modules/(${names})/`;
const notATest = '\\.test\\.tsx?$';

/** What the files under `of` may import of ours; they themselves are not meant unless listed. */
const ours = ({ name, why, of, only }) => ({
  name,
  comment: why,
  severity: 'error',
  from: { path: of, pathNot: notATest },
  to: { path: '^(src|web|migrations)/', pathNot: only },
});

/** What the files under `of` may import of packages and of Node. */
const foreign = ({ name, why, of, only = [] }) => ({
  name,
  comment: why,
  severity: 'error',
  from: { path: of, pathNot: notATest },
  to: {
    dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown', 'core'],
    pathNot: only,
  },
});

const layers = [
  ours({ name: 'domain', why: 'The rules know nothing but the rules.', of: '^src/domain/', only: ['^src/domain/'] }),
  foreign({
    name: 'domain-packages',
    why: 'No framework and no I/O; Temporal for calendars and zones.',
    of: '^src/domain/',
    only: [packagesOf('temporal-polyfill|temporal-spec')],
  }),
  ours({
    name: 'contract',
    why: 'It runs in the browser too.',
    of: '^src/contract/',
    only: ['^src/(contract|domain)/'],
  }),
  foreign({ name: 'contract-packages', why: 'It runs in the browser too.', of: '^src/contract/' }),
  ours({ name: 'platform', why: 'It knows no product word.', of: '^src/platform/', only: ['^src/platform/'] }),
  ours({
    name: 'networks-kit',
    why: 'What a network is, and no single one.',
    of: '^src/networks/kit/',
    only: ['^src/(networks/kit|domain|platform)/'],
  }),
  ours({
    name: 'network',
    why: 'No network knows another; the outside world is reached through the ports of the platform.',
    of: '^src/networks/(?!kit/)([^/]+)/',
    only: ['^src/networks/(kit|$1)/', '^src/domain/', '^src/platform/(json|http/(http|sockets))\\.ts$'],
  }),
  ours({
    name: 'store',
    why: 'Tables and queries.',
    of: '^src/store/',
    only: ['^src/(store|domain|contract|platform)/', '^migrations/'],
  }),
  ours({
    name: 'actions',
    why: 'What the product does, whoever asks for it.',
    of: '^src/actions/',
    only: ['^src/(actions|domain|contract|store|networks/kit|platform)/'],
  }),
  {
    name: 'actions-packages',
    comment: 'Of the framework, Injectable only; the name itself is checked by eslint.',
    severity: 'error',
    from: { path: '^src/actions/', pathNot: notATest },
    to: { path: packagesOf('@nestjs|express|socket\\.io|rxjs|pg-boss'), pathNot: packagesOf('@nestjs/common') },
  },
  ours({
    name: 'jobs',
    why: 'An edge: it translates, it decides nothing.',
    of: '^src/jobs/',
    only: ['^src/(jobs|actions|platform|store)/'],
  }),
  {
    name: 'jobs-store-types',
    comment: 'The payloads of jobs, as types; rows are reached through an action.',
    severity: 'error',
    from: { path: '^src/jobs/', pathNot: notATest },
    to: { path: '^src/store/', dependencyTypesNot: ['type-only'] },
  },
  ours({
    name: 'live',
    why: 'An edge: news outward, no changes.',
    of: '^src/live/',
    only: ['^src/(live|store|contract|platform)/'],
  }),
  ours({
    name: 'http',
    why: 'An edge: changes go through an action, reads through a view.',
    of: '^src/http/',
    only: ['^src/(http|actions|contract|platform)/', '^src/store/.*\\.view\\.ts$'],
  }),
];

const packages = [
  {
    name: 'orm',
    comment: 'Every query is in the store.',
    severity: 'error',
    from: { path: '^(src|web)/', pathNot: '^src/store/' },
    to: { path: packagesOf('typeorm') },
  },
  {
    name: 'http-decorators',
    comment: 'What a request looks like is told at the edge, nowhere else.',
    severity: 'error',
    from: { path: '^(src|migrations|web)/', pathNot: '^src/(http|tools/openapi)/' },
    to: { path: packagesOf('class-validator|class-transformer|@nestjs/swagger') },
  },
  {
    name: 'development-packages',
    comment: 'They are not there in production.',
    severity: 'error',
    from: { path: '^(src|migrations)/', pathNot: ['^src/(tools|simulator|demo)/', notATest] },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
  },
];

const web = [
  ours({
    name: 'web',
    why: 'The console knows the contract, not the server.',
    of: '^web/',
    only: ['^web/', '^src/contract/'],
  }),
  ours({ name: 'web-ui', why: 'Widgets know no product word.', of: '^web/src/ui/', only: ['^web/src/ui/'] }),
  ours({
    name: 'web-services',
    why: 'What every screen uses knows no screen.',
    of: '^web/src/(api|i18n|live)/',
    only: ['^web/src/(ui|api|i18n|live)/', '^src/contract/'],
  }),
  ours({
    name: 'web-features',
    why: 'No screen knows another.',
    of: '^web/src/features/([^/]+)/',
    only: ['^web/src/(ui|api|i18n|live|features/$1)/', '^src/contract/'],
  }),
];

const everywhere = [
  {
    name: 'no-cycle',
    comment: 'Types included: who needs whom must be sayable in one direction.',
    severity: 'error',
    from: { path: '^(src|web|migrations)/' },
    to: { circular: true },
  },
  {
    name: 'not-for-production',
    comment: 'Tools, the demo and the simulated networks use the product, never the other way round.',
    severity: 'error',
    from: { path: '^(src|migrations|web)/', pathNot: '^src/(tools|demo|simulator)/' },
    to: { path: '^src/(tools|demo|simulator)/' },
  },
  ours({
    name: 'simulator',
    why: 'A simulated network that shared code with the real one would share its mistakes.',
    of: '^src/simulator/([^/]+)/',
    only: ['^src/simulator/(kit|$1)/', '^src/platform/'],
  }),
  {
    name: 'unresolved',
    comment: 'An import that leads nowhere cannot be judged.',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true },
  },
];

module.exports = {
  forbidden: [...layers, ...packages, ...web, ...everywhere],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: join(__dirname, '..', 'tsconfig.json') },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types', 'typings'],
    },
  },
};
