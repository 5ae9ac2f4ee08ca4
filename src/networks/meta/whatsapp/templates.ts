import { gapsIn, type FilledTemplate, type Template } from '../../../domain/message/template.js';
import type { Http } from '../../../platform/http/http.js';
import type { AccountAccess } from '../../kit/account.js';
import { setting } from '../../kit/form.js';
import { fields, list, text, type Fields } from '../../kit/read.js';
import { pathOf } from '../graph/call.js';
import { pageOf } from '../graph/lists.js';
import { words } from '../graph/words.js';
import { ask } from './call.js';

const mostPages = 10;
/** They ask for a code that Relais has not got, or need an id that nobody told. */
const unusable = ['AUTHENTICATION'];

/** Of those that Meta has approved, the ones that words alone can fill. Throws `SendFailure`. */
export async function templates(account: AccountAccess, http: Http): Promise<readonly Template[]> {
  const path = pathOf(setting(account.settings, 'businessAccountId').trim(), 'message_templates');
  const found: Template[] = [];
  let after: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const query = {
      fields: 'name,language,status,category,components',
      limit: '100',
      ...(after === undefined ? {} : { after }),
    };
    const read = pageOf(await ask(account, http, { method: 'GET', path, query }));
    found.push(...read.entries.flatMap(templateOf));
    after = read.after;
    if (after === undefined) break;
  }
  return found;
}

function templateOf(told: Fields): Template[] {
  const components = list(told['components']).map(fields);
  const of = (type: string) => fields(components.find((one) => upper(one['type']) === type));
  const [name, language, body] = [text(told['name']), text(told['language']), words(of('BODY')['text'])];
  if (name === undefined || language === undefined || body === undefined || !isUsable(told, components)) return [];
  const header = words(of('HEADER')['text']) ?? null;
  const buttons = list(of('BUTTONS')['buttons']).map(fields);
  return [
    {
      name,
      language,
      category: upper(told['category']) ?? '',
      header,
      body,
      footer: words(of('FOOTER')['text']) ?? null,
      buttons: buttons.flatMap((button) => words(button['text']) ?? []),
      parameters: [...gapsIn('header', header), ...gapsIn('body', body)],
    },
  ];
}

/** Approved, and of what words alone can fill: no picture above, no address that ends differently for each person. */
function isUsable(told: Fields, components: readonly Fields[]): boolean {
  const isPlain = components.every(
    (one) => upper(one['type']) !== 'HEADER' || (upper(one['format']) ?? 'TEXT') === 'TEXT',
  );
  const buttons = components.flatMap((one) => list(one['buttons']).map(fields));
  const isOpen = unusable.includes(upper(told['category']) ?? '') || buttons.some(hasGap);
  return upper(told['status']) === 'APPROVED' && isPlain && !isOpen;
}

function upper(value: unknown): string | undefined {
  return text(value)?.toUpperCase();
}

/** An address that ends differently for each person. */
function hasGap(button: Fields): boolean {
  return text(button['url'])?.includes('{{') === true || upper(button['type']) === 'COPY_CODE';
}

/** As the API takes it: gaps with numbers go by their order, others by their name. */
export function templateContent({ name, language, parameters }: FilledTemplate): object {
  const components = ['header', 'body'].flatMap((type) => {
    const gaps = Object.entries(parameters)
      .filter(([key]) => key.startsWith(`${type}.`))
      .map(([key, value]) => ({ name: key.slice(type.length + 1), text: value.trim() }))
      .sort((a, b) => Number(a.name) - Number(b.name));
    const told = gaps.map((gap) => ({
      type: 'text',
      ...(/^\d+$/u.test(gap.name) ? {} : { parameter_name: gap.name }),
      text: gap.text,
    }));
    return told.length === 0 ? [] : [{ type, parameters: told }];
  });
  return {
    type: 'template',
    template: { name, language: { code: language }, ...(components.length === 0 ? {} : { components }) },
  };
}
