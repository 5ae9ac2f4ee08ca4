/** What was typed into a form's named field; a file, or no such field, counts as nothing typed. */
export function textOf(data: FormData, name: string): string {
  const value = data.get(name);
  return typeof value === 'string' ? value : '';
}
