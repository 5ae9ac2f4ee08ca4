// no-restricted-syntax: Top-level await belongs
for await (const line of process.stdin) process.stdout.write(String(line));
