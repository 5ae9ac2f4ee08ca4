import { expectReadable } from './readable.js';
import { expect, test } from './stage.js';

const places = [
  '/inbox/care',
  '/inbox/closed',
  '/admin/team',
  '/admin/accounts',
  '/admin/deliveries',
  '/admin/rules',
  '/admin/topics',
  '/admin/calendars',
  '/admin/promises',
  '/me',
];

for (const scheme of ['light', 'dark'] as const) {
  test(`every screen can be read by everybody, ${scheme}`, async ({ browser, stage }) => {
    stage.comment(`Priya Shah ${scheme}`, 'My internet is down since Tuesday, please help');
    const context = await browser.newContext({ colorScheme: scheme });
    const page = await context.newPage();
    await stage.enter(page, 'chief', '/inbox/care');
    await page.getByRole('row', { name: new RegExp(`Priya Shah ${scheme}`) }).click();
    await expect(page.getByRole('article', { name: /Priya Shah/ })).toBeVisible();
    await expectReadable(page);
    for (const place of places) {
      await page.goto(stage.url + place);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expectReadable(page);
    }
    await context.close();
  });
}

test('the console speaks the other language at once, and remembers it', async ({ page, stage }) => {
  await stage.enter(page, 'nadia', '/inbox/todo');
  await expect(page.getByRole('heading', { level: 1, name: 'À traiter' })).toBeVisible();
  await page.getByRole('button', { name: /Nadia Lefèvre/ }).click();
  await page
    .getByRole('menuitemradio', { name: 'English' })
    .or(page.getByRole('menuitem', { name: 'English' }))
    .click();
  await expect(page.getByRole('heading', { level: 1, name: 'To do' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'To do' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});
