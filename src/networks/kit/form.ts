/** Words for administrators, in both languages of the product. */
export interface Words {
  readonly en: string;
  readonly fr: string;
}

/** One thing an administrator fills in; the console draws the form from these. */
export interface Field {
  readonly name: string;
  readonly label: Words;
  readonly kind: 'text' | 'secret' | 'url';
  readonly required: boolean;
  readonly help?: Words;
  readonly initial?: string;
  /** The only values there are; without them anything may be filled in. */
  readonly choices?: readonly { readonly value: string; readonly label: Words }[];
}

/** What was filled in, by field name. Kept encrypted; never answered by the API. */
export type Settings = Readonly<Record<string, string>>;

/** A field that must be there by now: the form has checked it. Throws with the field's name, never its value. */
export function setting(settings: Settings, name: string): string {
  const value = settings[name];
  if (value === undefined || value === '') throw new Error(`the setting ${name} is missing`);
  return value;
}
