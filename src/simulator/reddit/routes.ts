import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import type { Script } from '../kit/script.js';
import { bodyOf, word } from '../kit/station.js';
import { listing, wireConversation, wireThing } from './wire.js';
import type { Conversation, Thing, World } from './world.js';

const scopes = ['identity', 'read', 'privatemessages', 'submit', 'edit', 'history', 'modmail', 'modposts'];

/** The Data API's routes that care needs, as Reddit answers them. */
export function mount(app: Express, world: World, script: Script): void {
  app.disable('x-powered-by');
  app.use(script.middleware, express.urlencoded({ extended: false }), rate());
  app.post('/api/v1/access_token', (request, response) => {
    token(world, request, response);
  });
  app.use((request, response, next) => {
    const [, given = ''] = /^Bearer (.+)$/u.exec(request.headers.authorization ?? '') ?? [];
    if (world.tokens.has(given)) next();
    else response.status(401).json({ message: 'Unauthorized', error: 401 });
  });
  reading(app, world);
  writing(app, world);
  moderators(app, world);
}

/** A hundred queries a minute, counted over ten. */
function rate() {
  let used = 0;
  return (_request: Request, response: Response, next: NextFunction): void => {
    used += 1;
    response.set({
      'x-ratelimit-used': String(used),
      'x-ratelimit-remaining': String(Math.max(0, 1000 - used)),
      'x-ratelimit-reset': '300',
    });
    next();
  };
}

function token(world: World, request: Request, response: Response): void {
  const { grant_type: kind, refresh_token: given } = form(request);
  if (kind === 'refresh_token' && given !== world.refreshToken) {
    response.status(400).json({ error: 'invalid_grant' });
    return;
  }
  const access = `access-${world.nextId()}`;
  world.tokens.add(access);
  const answer = { access_token: access, token_type: 'bearer', expires_in: 86_400, scope: scopes.join(' ') };
  response.json(kind === 'refresh_token' ? answer : { ...answer, refresh_token: world.refreshToken });
}

function reading(app: Express, world: World): void {
  const list = (path: string, things: () => Thing[]) => {
    app.get(path, (request, response) => {
      const { limit = '25', after } = request.query;
      const query = { limit: Number(limit), after: typeof after === 'string' ? after : undefined };
      response.json(listing(things(), query));
    });
  };
  app.get('/api/v1/me', (_request, response) => {
    response.json({ id: 'us0001', name: world.us, icon_img: 'https://styles.example/us.png' });
  });
  app.get('/api/v1/me/scopes', (_request, response) => {
    response.json({ scopes });
  });
  list('/message/inbox', () => world.inbox());
  list('/message/sent', () => world.things.filter(({ kind, author }) => kind === 't4' && author === world.us));
  list('/user/:name/comments', () => world.things.filter(({ kind, author }) => kind === 't1' && author === world.us));
  list(`/r/${world.subreddit}/comments`, () => ofSubreddit(world, 't1'));
  list(`/r/${world.subreddit}/new`, () => ofSubreddit(world, 't3'));
  app.get('/api/info', (request, response) => {
    const { id = '' } = request.query;
    const names = typeof id === 'string' ? id.split(',') : [];
    const found = world.things.filter(({ name }) => names.includes(name));
    response.json({ kind: 'Listing', data: { after: null, children: found.map(wireThing) } });
  });
}

function ofSubreddit(world: World, kind: Thing['kind']): Thing[] {
  return world.things.filter((thing) => thing.kind === kind && thing.subreddit === world.subreddit);
}

function writing(app: Express, world: World): void {
  app.post('/api/comment', (request, response) => {
    const { thing_id: parentName, text = '' } = form(request);
    const parent = world.named(parentName);
    if (!parent || parent.author === '[deleted]') {
      response.json({ json: { errors: [['DELETED_COMMENT', 'that comment has been deleted', 'parent']] } });
      return;
    }
    response.json({ json: { errors: [], data: { things: [wireThing(world.add(answerTo(parent, text, world.us)))] } } });
  });
  app.post('/api/editusertext', (request, response) => {
    const { thing_id: name, text = '' } = form(request);
    const thing = world.named(name);
    if (thing) Object.assign(thing, { body: text, editedAt: world.now().getTime() });
    response.json({ json: { errors: [], data: { things: thing ? [wireThing(thing)] : [] } } });
  });
  const change = (path: string, to: (thing: Thing) => void) => {
    app.post(path, (request, response) => {
      const thing = world.named(form(request)['id']);
      if (thing) to(thing);
      response.json({});
    });
  };
  change('/api/del', (thing) => Object.assign(thing, { author: '[deleted]', body: '[deleted]' }));
  change('/api/remove', (thing) => Object.assign(thing, { removed: true }));
  change('/api/approve', (thing) => Object.assign(thing, { removed: false }));
}

function answerTo(parent: Thing, body: string, author: string): Parameters<World['add']>[0] {
  const { name, subreddit } = parent;
  if (parent.kind !== 't4') return { kind: 't1', author, body, subreddit, parent: name, link: parent.link ?? name };
  const first = parent.first ?? name;
  return {
    kind: 't4',
    author,
    body,
    subreddit,
    parent: name,
    link: null,
    dest: parent.author,
    subject: `re: ${parent.subject ?? ''}`,
    first,
  };
}

function moderators(app: Express, world: World): void {
  app.get('/api/mod/conversations', (_request, response) => {
    const all = world.conversations.map((one): [string, object] => [one.id, wireConversation(one).conversation]);
    response.json({ conversations: Object.fromEntries(all), messages: {}, conversationIds: all.map(([id]) => id) });
  });
  const known = (request: Request, response: Response, then: (one: Conversation) => void) => {
    const one = world.conversations.find(({ id }) => id === request.params['id']);
    if (one) then(one);
    else response.status(404).json({ message: 'Not Found', error: 404 });
  };
  app.get('/api/mod/conversations/:id', (request, response) => {
    known(request, response, (one) => response.json(wireConversation(one)));
  });
  app.post('/api/mod/conversations/:id', (request, response) => {
    known(request, response, (one) => {
      const mail = {
        id: world.nextId(),
        author: world.us,
        isMod: true,
        body: form(request)['body'] ?? '',
        at: world.now().getTime(),
      };
      one.messages.push(mail);
      response.status(201).json(wireConversation(one));
    });
  });
}

function form(request: Request): Record<string, string | undefined> {
  const body = bodyOf(request);
  return Object.fromEntries(Object.keys(body).map((name) => [name, word(body, name)]));
}
