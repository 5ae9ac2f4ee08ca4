/** The folder of the collections: `--data <folder>`, or RELAIS_UNDERSTANDING_DATA; null when neither is given. */
export function folderAsked() {
  const at = process.argv.indexOf('--data');
  return (at === -1 ? undefined : process.argv[at + 1]) ?? process.env.RELAIS_UNDERSTANDING_DATA ?? null;
}
