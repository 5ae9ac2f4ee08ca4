import type { Express, Request, Response } from 'express';
import multer from 'multer';

import { answering, asAppOf, bearerOf, invalid, paramsOf, part, type Params } from '../backend.js';
import { GraphError } from '../model.js';
import { paged } from '../paging.js';
import type { PhoneNumber, World } from './world.js';

type Fields = Readonly<Record<string, unknown>>;
interface Caller {
  readonly number: PhoneNumber;
  readonly params: Params;
}

/** The Cloud API of WhatsApp, as far as it is used. */
export function whatsappRoutes(app: Express, world: World, url: string): void {
  const { state } = world;
  app.get(
    '/debug_token',
    asAppOf(state.app, (params) => ({ data: tokenTold(world, params['input_token']) })),
  );
  app.get(
    '/:app/subscriptions',
    asAppOf(state.app, () => ({
      data: state.app.callback === null ? [] : [{ object: world.hooks.object, callback_url: state.app.callback }],
    })),
  );
  app.post(
    '/:app/subscriptions',
    asAppOf(state.app, async (params) => {
      const callback = params['callback_url'] ?? '';
      if (!(await world.hooks.confirm(callback))) throw new GraphError(2200, '(#2200) callback verification failed');
      state.app.callback = callback;
      return { success: true };
    }),
  );
  businessRoutes(app, world);
  messageRoutes(app, world);
  fileRoutes(app, world, url);
}

function businessRoutes(app: Express, world: World): void {
  const { state } = world;
  const path = '/:waba/subscribed_apps';
  app.get(
    path,
    allowed(world, ({ number }) => ({
      data: state.subscribed.has(number.businessId)
        ? [{ whatsapp_business_api_data: { id: state.app.id, name: 'Relais' } }]
        : [],
    })),
  );
  app.post(
    path,
    allowed(world, ({ number }) => {
      state.subscribed.add(number.businessId);
      return { success: true };
    }),
  );
  app.get(
    '/:waba/phone_numbers',
    allowed(world, ({ number }) => ({
      data: [...state.numbers.values()].filter((one) => one.businessId === number.businessId).map(({ id }) => ({ id })),
    })),
  );
  app.get(
    '/:waba/message_templates',
    allowed(world, ({ params }, request) => {
      const asked = { limit: params['limit'], after: params['after'], url: `https://graph.facebook.com${request.url}` };
      return paged(state.templates, asked, (one) => `${one.name}:${one.language}`);
    }),
  );
}

function messageRoutes(app: Express, world: World): void {
  app.post(
    '/:phone/messages',
    allowed(world, ({ number, params }) => {
      if (params['messaging_product'] !== 'whatsapp') throw new GraphError(100, '(#100) messaging_product is missing');
      if (params['status'] === 'read') return { success: true };
      const to = params['to'] ?? params['recipient'] ?? '';
      const type = params['type'] ?? 'text';
      const content = fieldsOf(parsed(params[type]));
      const text = type === 'template' ? templateSaid(world, content) : said(content);
      if (text.length > 4096) throw new GraphError(100, '(#100) Param text[body] is too long');
      const marker = params['biz_opaque_callback_data'] ?? null;
      const id = world.send(number, { to, type, text, marker });
      return { messaging_product: 'whatsapp', contacts: [{ input: to, wa_id: to }], messages: [{ id }] };
    }),
  );
}

function fileRoutes(app: Express, world: World, url: string): void {
  app.post(
    '/:phone/media',
    multer({ storage: multer.memoryStorage() }).single('file'),
    allowed(world, (_caller, request: Request) => {
      const { file } = request;
      if (file === undefined) throw new GraphError(131053, '(#131053) Media upload error');
      const id = world.nextId();
      world.state.files.set(id, { bytes: file.buffer, mime: file.mimetype });
      return { id };
    }),
  );
  app.get('/files/:id', (request, response) => {
    const file = world.state.files.get(part(request, 'id'));
    const isAllowed = numberOf(world, bearerOf(request, {})) !== undefined;
    // As the real address does it: a page, and no error.
    if (file === undefined || !isAllowed) response.type('html').send('<html>Not found</html>');
    else response.type(file.mime).send(file.bytes);
  });
  app.get(
    '/:id',
    allowed(world, ({ number }, request) => {
      const id = part(request, 'id');
      const file = world.state.files.get(id);
      if (file !== undefined)
        return { id, url: `${url}/files/${id}`, mime_type: file.mime, messaging_product: 'whatsapp' };
      const found = world.number(id);
      if (found.id !== number.id) throw new GraphError(100, 'another number', { subcode: 33 });
      const state = { quality_rating: 'GREEN', status: 'CONNECTED' };
      return { id, verified_name: found.name, display_phone_number: found.display, ...state };
    }),
  );
}

/** A template must be approved, and every gap of it filled. */
function templateSaid({ state }: World, content: Fields): string {
  const code = fieldsOf(content['language'])['code'];
  const found = state.templates.find((one) => one.name === content['name'] && one.language === code);
  if (found === undefined) throw new GraphError(132001, '(#132001) Template name does not exist in the translation');
  if (found.status !== 'APPROVED') throw new GraphError(132015, '(#132015) Template is paused');
  const body = found.components.map(fieldsOf).find((one) => one['type'] === 'BODY');
  const text = textOf(body?.['text']);
  const gaps = new Set(text.match(/\{\{\w+\}\}/gu)).size;
  const given = listOf(content['components'])
    .map(fieldsOf)
    .find((one) => one['type'] === 'body');
  const values = listOf(given?.['parameters']).map((one) => textOf(fieldsOf(one)['text']));
  if (values.length !== gaps) throw new GraphError(132000, '(#132000) Number of parameters does not match');
  return values.reduce((filled, value, index) => filled.replaceAll(`{{${index + 1}}}`, value), text);
}

function allowed(world: World, route: (caller: Caller, request: Request) => unknown) {
  return (request: Request, response: Response): void => {
    answering(response, () => {
      const params = paramsOf(request);
      const number = numberOf(world, bearerOf(request, params));
      if (number === undefined) throw invalid('Error validating access token: Session has expired', 190, 463);
      return route({ number, params }, request);
    });
  };
}

function numberOf({ state }: World, token: string | undefined): PhoneNumber | undefined {
  if (state.isTokenDead) return undefined;
  return [...state.numbers.values()].find((one) => one.accessToken === token);
}

function tokenTold(world: World, value: string | undefined) {
  const number = numberOf(world, value);
  if (number === undefined) return { is_valid: false, error: { code: 190, subcode: 463, message: 'expired' } };
  const { id } = world.state.app;
  return { app_id: id, type: 'SYSTEM_USER', is_valid: true, expires_at: 0, scopes: number.scopes };
}

function said(content: Fields): string {
  return textOf(content['body']) || textOf(content['caption']);
}

function parsed(json: string | undefined): unknown {
  return json === undefined ? undefined : JSON.parse(json);
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
