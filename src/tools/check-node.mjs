const [leastMajor, leastMinor] = [24, 9];

/** Ends the process with a sentence when Node is too old: what it would say by itself is a stack of someone else's code. */
export function checkNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > leastMajor || (major === leastMajor && minor >= leastMinor)) return;
  process.stderr.write(
    `Relais needs Node ${leastMajor}.${leastMinor} or later; this is Node ${version}. ` +
      'On Linux and Windows `npm ci` brings it: use the npm scripts, such as `npm start`. Elsewhere install Node 24.\n',
  );
  process.exit(1);
}
