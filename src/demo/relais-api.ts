/** Relais as any program sees it: by HTTP, with a session. */
export class RelaisApi {
  private cookie = '';

  constructor(private readonly url: string) {}

  get(path: string): Promise<unknown> {
    return this.call('GET', path);
  }

  post(path: string, body: unknown): Promise<unknown> {
    return this.call('POST', path, body);
  }

  put(path: string, body: unknown): Promise<unknown> {
    return this.call('PUT', path, body);
  }

  /** Another caller, without a session. */
  anew(): RelaisApi {
    return new RelaisApi(this.url);
  }

  private async call(method: string, path: string, body?: unknown): Promise<unknown> {
    const answer = await fetch(this.url + path, {
      method,
      headers: { 'content-type': 'application/json', ...(this.cookie === '' ? {} : { cookie: this.cookie }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok)
      throw new Error(`${method} ${path.replace(/\/[^/]{30,}$/u, '/…')} answered ${answer.status}: ${text}`);
    this.cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? this.cookie;
    return text === '' ? null : JSON.parse(text);
  }
}
