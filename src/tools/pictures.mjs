import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { root } from './build.mjs';

/** Takes the pictures of the README from a demo that runs: `npm run pictures -- http://127.0.0.1:3000`. */
const base = process.argv[2] ?? 'http://127.0.0.1:3000';
const folder = join(root, 'web/pictures');
const password = 'welcome-to-relais';

const openFirst = async (page) => {
  await page.getByRole('row').nth(1).click();
  await page.getByRole('textbox').last().waitFor();
};

const pictures = [
  { name: 'inbox', email: 'chloe@northline.example', path: '/inbox/community', act: openFirst },
  { name: 'accounts', email: 'camille@northline.example', path: '/admin/accounts' },
  { name: 'phone', email: 'chloe@northline.example', path: '/inbox/all', size: { width: 390, height: 844 } },
];

const browser = await chromium.launch({
  executablePath: process.env.RELAIS_BROWSER || '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
});
mkdirSync(folder, { recursive: true });
for (const { name, email, path, size = { width: 1440, height: 900 }, act } of pictures) {
  for (const colorScheme of ['light', 'dark']) {
    const context = await browser.newContext({
      viewport: size,
      colorScheme,
      locale: 'fr-FR',
      timezoneId: 'Europe/Paris',
    });
    const page = await context.newPage();
    await page.request.post(`${base}/api/session`, { data: { email, password }, headers: { origin: base } });
    await page.goto(base + path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForLoadState('networkidle');
    await act?.(page);
    await page.waitForLoadState('networkidle');
    await page.screenshot({ path: join(folder, `${name}-${colorScheme}.png`) });
    await context.close();
  }
}
await browser.close();
