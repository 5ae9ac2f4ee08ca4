import { Buffer } from 'node:buffer';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import ts from 'typescript';
import { compile, root } from '../build.mjs';
import { readHandlers } from './handlers.mjs';
import { withRules } from './rules.mjs';
import { Schemas } from './schemas.mjs';

const json = (schema) => ({ 'application/json': { schema } });
const file = { type: 'string', format: 'binary' };

/** The description of the HTTP interface, from the code: routes by the framework, shapes by the compiler. No database. */
export async function describeApi() {
  const built = join(root, 'dist', `describe-${process.pid}`);
  try {
    if (!compile(built)) throw new Error('the server could not be compiled');
    const load = (path) => import(pathToFileURL(join(built, 'src', path)).href);
    const document = await scan(load);
    const program = programOf(join(root, 'src/http'));
    const schemas = new Schemas(program);
    const known = { schemas, handlers: readHandlers(program, schemas), refused: refusedSchema(program, schemas) };
    for (const [name, type] of await bodyClasses(load)) {
      if (name in schemas.components) schemas.components[name] = withRules(schemas.components[name], type);
    }
    const paths = Object.entries(document.paths).filter(([path]) => path.startsWith('/api/'));
    for (const [path, methods] of paths) {
      for (const [method, operation] of Object.entries(methods)) complete(operation, { path, method, ...known });
    }
    for (const { query } of known.handlers.values()) delete schemas.components[query];
    document.paths = Object.fromEntries(paths.sort(byName));
    document.components.schemas = Object.fromEntries(Object.entries(schemas.components).sort(byName));
    return document;
  } finally {
    rmSync(built, { recursive: true, force: true });
  }
}

const byName = ([a], [b]) => (a < b ? -1 : 1);

/** The routes, as the framework has them when the application is put together and not started. */
async function scan(load) {
  const { createRelais } = await load('app.module.js');
  const { Site } = await load('http/site.js');
  const { openLog } = await load('platform/log.js');
  const about = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Relais')
    .setDescription('What the console of Relais calls. Sign in for a cookie, or send its value as a bearer token.')
    .setVersion('1')
    .addCookieAuth('relais_session', undefined, 'cookie')
    .addBearerAuth(undefined, 'bearer')
    .build();
  const parts = {
    settings: { role: 'api', publicUrl: 'http://127.0.0.1', trustProxy: 0, wakeups: false, allowPrivateNetwork: false },
    database: { host: '', user: '', database: '' },
    secretKey: Buffer.alloc(32),
    log: openLog({ level: 'error' }),
    site: new Site({ version: '1', demo: null, webFolder: null, openApiFile: '', metricsToken: null }),
  };
  const { app } = await createRelais(parts, { describe: true });
  return SwaggerModule.createDocument(app, about, {
    operationIdFactory: (controller, method) => `${controller}_${method}`,
  });
}

function programOf(folder) {
  const config = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, root);
  const names = readdirSync(folder, { recursive: true }).filter((name) => /(?<!\.test)\.ts$/.test(name));
  return ts.createProgram(
    names.sort().map((name) => join(folder, name)),
    options,
  );
}

function refusedSchema(program, schemas) {
  const source = program.getSourceFiles().find(({ fileName }) => fileName.endsWith('/http/error.filter.ts'));
  const declared = source.statements.find((one) => ts.isInterfaceDeclaration(one) && one.name.text === 'RefusedBody');
  return schemas.of(schemas.checker.getTypeAtLocation(declared), declared);
}

async function bodyClasses(load) {
  const names = readdirSync(join(root, 'src/http'), { recursive: true }).filter((name) => name.endsWith('.dto.ts'));
  const modules = await Promise.all(names.map((name) => load(join('http', name.replace(/\.ts$/, '.js')))));
  return modules.flatMap((module) => Object.entries(module));
}

/** Fills in what the framework cannot know: it sees classes and not types. */
function complete(operation, { path, method, handlers, schemas, refused }) {
  const handler = handlers.get(operation.operationId);
  const ok = Object.keys(operation.responses).find((status) => status.startsWith('2')) ?? '200';
  operation.tags = [path.split('/')[2]];
  operation.operationId = operation.operationId.replace('Controller_', '_');
  if (handler.description) operation.summary = handler.description;
  operation.parameters = [
    ...operation.parameters.filter((one) => one.in === 'path'),
    ...queryParameters(handler.query, schemas),
  ];
  const body = bodyOf(method, handler);
  if (body) operation.requestBody = body;
  else delete operation.requestBody;
  operation.security = handler.isPublic ? [] : [{ cookie: [] }, { bearer: [] }];
  operation.responses = {
    [ok]: answerOf(handler, ok),
    default: { description: 'It was refused, or failed.', content: json(refused) },
  };
}

function queryParameters(name, schemas) {
  if (name === null) return [];
  const { properties, required = [] } = schemas.components[name];
  return Object.entries(properties).map(([property, { description, ...schema }]) => ({
    name: property,
    in: 'query',
    required: required.includes(property),
    ...(description ? { description } : {}),
    schema,
  }));
}

/** An act that needs no more than its address takes an empty object too: some clients cannot send less. */
function bodyOf(method, { body, takesFile }) {
  const form = { type: 'object', properties: { file }, required: ['file'] };
  if (takesFile) return { required: true, content: { 'multipart/form-data': { schema: form } } };
  if (body) return { required: true, content: json({ $ref: `#/components/schemas/${body}` }) };
  return method === 'post' ? { required: false, content: json({ type: 'object', additionalProperties: false }) } : null;
}

function answerOf({ answer }, ok) {
  if (ok === '204') return { description: 'Done.' };
  if (answer === null) return { description: 'The bytes.', content: { '*/*': { schema: file } } };
  return { description: 'Done.', content: json(answer) };
}
