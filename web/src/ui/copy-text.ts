/** Puts a text on the clipboard; false where the browser does not let us (plain http, no permission). */
export async function copyText(text: string): Promise<boolean> {
  if (!('clipboard' in navigator)) return false;
  return navigator.clipboard.writeText(text).then(
    () => true,
    // Refused by the reader or the browser: the caller shows the text to copy by hand.
    () => false,
  );
}
