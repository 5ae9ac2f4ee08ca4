/** What the language allows and we do not. Each has a sample in test/architecture/samples. */

const fromOurs = 'ImportDeclaration[source.value=/^\\./]';
const mostImports = 15;

export const always = [
  { selector: 'CatchClause[body.body.length=0]', message: 'A catch does something: at least it gives up in words.' },
  {
    selector: 'ImportSpecifier[imported.name="forwardRef"]',
    message: 'Two things that need each other are one thing.',
  },
  {
    selector: 'MethodDefinition[kind="constructor"] > FunctionExpression[params.length>5]',
    message: 'A constructor has at most five dependencies.',
  },
];

export const fewParameters = [
  {
    selector:
      ':matches(FunctionDeclaration, ArrowFunctionExpression, TSDeclareFunction)[params.length>3], ' +
      'FunctionExpression[params.length>3]:not(MethodDefinition[kind="constructor"] > FunctionExpression)',
    message: 'A function has at most three parameters.',
  },
];

export const namedExports = [
  { selector: 'ExportDefaultDeclaration', message: 'Exports have names.' },
  {
    selector: 'ExportAllDeclaration, ExportNamedDeclaration[source]',
    message: 'No barrel file: import a thing from where it is.',
  },
];

export const fewImports = [
  {
    selector: Array.from({ length: mostImports + 1 }, () => fromOurs).join(' ~ '),
    message: `A file imports at most ${mostImports} of ours.`,
  },
];

/** Jest runs the sources as CommonJS, which has neither. */
export const loadable = [
  { selector: 'MetaProperty[meta.name="import"]', message: 'import.meta belongs in src/main.ts and src/tools.' },
  {
    selector:
      'AwaitExpression:not(:function AwaitExpression), ForOfStatement[await=true]:not(:function ForOfStatement)',
    message: 'Top-level await belongs in src/main.ts and src/tools.',
  },
];

/** Whoever reads these cannot be tested by turning a clock or giving an id. */
export const repeatable = [
  {
    selector: 'NewExpression[callee.name="Date"][arguments.length=0], CallExpression[callee.name="Date"]',
    message: 'Ask a Clock.',
  },
  { selector: 'MemberExpression[object.name="Date"][property.name="now"]', message: 'Ask a Clock.' },
  { selector: 'MemberExpression[object.name="performance"][property.name="now"]', message: 'Ask a Clock.' },
  { selector: 'MemberExpression[object.name="Math"][property.name="random"]', message: 'Take it from the caller.' },
  {
    selector:
      'MemberExpression[property.name=/^random(UUID|UUIDv7|Bytes)$/], ImportSpecifier[imported.name=/^random(UUID|UUIDv7|Bytes|Int)$/]',
    message: 'Ids and tokens come from platform/ids.',
  },
];

export const configured = [
  {
    selector: 'MemberExpression[object.name="process"][property.name="env"]',
    message: 'Settings are read once, in platform/config.',
  },
];
