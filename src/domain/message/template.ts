/**
 * Words that a network has approved beforehand, for when its window is closed. Where they have gaps, these are named by
 * the part they stand in and their own name: `body.1`, `header.city`.
 */
export interface Template {
  readonly name: string;
  /** The network's own code: `fr`, `en_US`. */
  readonly language: string;
  readonly category: string;
  readonly header: string | null;
  readonly body: string;
  readonly footer: string | null;
  readonly buttons: readonly string[];
  /** The gaps, in order. */
  readonly parameters: readonly string[];
}

/** A template as somebody has filled it in. */
export interface FilledTemplate {
  readonly name: string;
  readonly language: string;
  readonly parameters: Readonly<Record<string, string>>;
}

const gap = /\{\{\s*(\w+)\s*\}\}/gu;
const mostLetters = 1024;

/** The gaps of one part, each once. */
export function gapsIn(part: 'header' | 'body', text: string | null): string[] {
  return [...new Set([...(text ?? '').matchAll(gap)].map((found) => `${part}.${found[1] ?? ''}`))];
}

/** What the customer will read. A gap that is not filled yet stays as it is. */
export function templateText(template: Template, parameters: FilledTemplate['parameters']): string {
  const filled = (part: 'header' | 'body', text: string | null): string | null =>
    text === null
      ? null
      : text.replaceAll(gap, (whole, name: string) => parameters[`${part}.${name}`]?.trim() || whole);
  const parts = [filled('header', template.header), filled('body', template.body), template.footer];
  return parts.filter((part) => part !== null && part !== '').join('\n');
}

/** The gaps that are not filled, or with what no network takes: line breaks, long gaps, too many letters. */
export function wrongParameters(template: Template, parameters: FilledTemplate['parameters']): string[] {
  return template.parameters.filter((name) => {
    const value = parameters[name]?.trim() ?? '';
    return value === '' || value.length > mostLetters || /[\n\r\t]| {5,}/u.test(value);
  });
}

/** The one that was chosen, of those the network offers. */
export function chosenTemplate(
  offered: readonly Template[],
  chosen: Pick<FilledTemplate, 'name' | 'language'>,
): Template | undefined {
  return offered.find(({ name, language }) => name === chosen.name && language === chosen.language);
}
