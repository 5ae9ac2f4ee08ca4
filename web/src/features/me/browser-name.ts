// In this order: each one also claims to be those below it.
const browsers: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(?:e|A|iOS)?\/(\d+)/u, 'Edge'],
  [/\b(?:OPR|Opera)\/(\d+)/u, 'Opera'],
  [/\bSamsungBrowser\/(\d+)/u, 'Samsung Internet'],
  [/\b(?:Firefox|FxiOS)\/(\d+)/u, 'Firefox'],
  [/\b(?:Headless)?(?:Chrome|CriOS)\/(\d+)/u, 'Chrome'],
  [/\bVersion\/(\d+)[\d.]* (?:Mobile\/\w+ )?Safari\//u, 'Safari'],
];
const systems: readonly (readonly [RegExp, string])[] = [
  [/iPhone|iPad/u, 'iOS'],
  [/Android/u, 'Android'],
  [/Windows/u, 'Windows'],
  [/Mac OS X|Macintosh/u, 'macOS'],
  [/CrOS/u, 'ChromeOS'],
  [/Linux/u, 'Linux'],
];

/** "Firefox 140 · Linux" for what a browser says of itself; a program's own name is left as it is. */
export function browserName(client: string): string {
  const found = browsers.find(([mark]) => mark.test(client));
  if (!found) return client;
  const [mark, name] = found;
  const version = mark.exec(client)?.[1] ?? '';
  const system = systems.find(([one]) => one.test(client))?.[1];
  return [`${name} ${version}`, system].filter(Boolean).join(' · ');
}
