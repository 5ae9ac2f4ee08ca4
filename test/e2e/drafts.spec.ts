import type { Browser, Page } from '@playwright/test';
import { expectReadable } from './readable.js';
import { expect, test, type Colleague, type Stage } from './stage.js';

/** A browser of their own, with the customer's ticket open. */
async function open(stage: Stage, browser: Browser, who: Colleague, customer: string): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await stage.enter(page, who, '/inbox/all');
  await page.getByRole('row', { name: new RegExp(customer) }).click();
  await expect(field(page)).toBeVisible();
  return page;
}

const field = (page: Page) => page.getByLabel(/^Réponse publique/);
const saved = (page: Page) => expect(page.getByText('Brouillon enregistré', { exact: true })).toBeVisible();
const writing = (page: Page, name: string) => page.getByText(`${name} rédige la réponse.`);

test('two who open one ticket see each other, and who writes; the pen is asked for, refused, and passes by silence', async ({
  browser,
  stage,
}) => {
  stage.comment('Paul Rivet', 'Ma facture est fausse');
  await stage.eventually('Ma facture est fausse');
  const karim = await open(stage, browser, 'karim', 'Paul Rivet');
  const ines = await open(stage, browser, 'ines', 'Paul Rivet');
  await expect(karim.getByText('Inès Moreau regarde')).toBeAttached();
  await expect(ines.getByText('Karim Haddad regarde')).toBeAttached();

  await field(karim).pressSequentially('Bonjour Paul');
  await expect(writing(ines, 'Karim Haddad')).toBeVisible();
  await expect(ines.getByText('Karim Haddad répond', { exact: true })).toBeAttached();

  await ines.getByRole('button', { name: 'Prendre la main' }).click();
  await expect(ines.getByText(/Demandé à Karim Haddad/)).toBeVisible();
  await expect(karim.getByText('Inès Moreau aimerait rédiger la réponse.')).toBeVisible();
  await karim.getByRole('button', { name: 'Garder la main' }).click();
  await expect(ines.getByText('Karim Haddad garde la main.').first()).toBeVisible();

  // Whoever has no pen sends nothing, and loses nothing.
  await field(ines).fill('Bonjour, je regarde');
  await ines.keyboard.press('Control+Enter');
  await expect(ines.getByText(/Karim Haddad a la main. Votre texte est gardé/)).toBeVisible();
  await expect(field(ines)).toHaveValue('Bonjour, je regarde');
  await expectReadable(ines);

  await ines.getByRole('button', { name: 'Prendre la main' }).click();
  await expect(ines.getByText('Brouillon de Karim Haddad, réponse publique')).toBeVisible({ timeout: 30_000 });
  await expect(writing(karim, 'Inès Moreau')).toBeVisible();
  await field(ines).fill('');
  await ines.getByRole('button', { name: 'Insérer le brouillon de Karim Haddad' }).click();
  await expect(field(ines)).toHaveValue('Bonjour Paul');
  await field(ines).press('Control+Enter');
  await expect(ines.getByRole('article', { name: /De nous, Inès Moreau/ })).toContainText('Bonjour Paul');
  await expect(field(karim)).toHaveValue('Bonjour Paul');
  await expect(writing(karim, 'Inès Moreau')).toHaveCount(0);
});

test('a lead takes the pen at once, and the timeline says so', async ({ browser, stage }) => {
  stage.comment('Rosa Blanc', 'Toujours en panne');
  await stage.eventually('Toujours en panne');
  const karim = await open(stage, browser, 'karim', 'Rosa Blanc');
  const nadia = await open(stage, browser, 'nadia', 'Rosa Blanc');
  await field(karim).pressSequentially('Nous y travaillons');
  await saved(karim);
  await nadia.getByRole('button', { name: 'Prendre la main' }).click();
  await expect(nadia.getByText('Brouillon de Karim Haddad, réponse publique')).toBeVisible();
  await expect(karim.getByText('Nadia Lefèvre a la main à présent.', { exact: false }).first()).toBeVisible();
  await expect(nadia.getByText('Nadia Lefèvre a pris la main à Karim Haddad')).toBeAttached();
});

test('a draft outlives the page, follows its writer to another browser, and comes back when it was erased', async ({
  browser,
  stage,
}) => {
  stage.comment('Luc Garnier', 'Quand passe le technicien ?');
  await stage.eventually('Quand passe le technicien');
  const karim = await open(stage, browser, 'karim', 'Luc Garnier');
  const text = 'Bonjour Luc, le technicien passe mardi matin.';
  await field(karim).pressSequentially(text);
  await saved(karim);
  await karim.evaluate(() => {
    localStorage.clear();
  });
  await karim.reload();
  await expect(field(karim)).toHaveValue(text);

  const elsewhere = await open(stage, browser, 'karim', 'Luc Garnier');
  await expect(field(elsewhere)).toHaveValue(text);
  await expect(elsewhere.getByRole('row', { name: /Luc Garnier/ })).toContainText('Brouillon :');
  await field(elsewhere).press('End');
  await field(elsewhere).pressSequentially(' À bientôt.');
  await expect(field(karim)).toHaveValue(`${text} À bientôt.`);

  await karim.getByRole('button', { name: /^Brouillons/ }).click();
  await karim.getByRole('row', { name: /Luc Garnier/ }).click();
  const ines = await open(stage, browser, 'ines', 'Luc Garnier');
  await expect(ines.getByRole('row', { name: /Luc Garnier/ })).toContainText('Réponse commencée par Karim Haddad');
  await expect(ines.getByText('Brouillon de Karim Haddad', { exact: false })).toHaveCount(0);
  await karim.getByRole('button', { name: 'Plus sur le brouillon' }).click();
  await karim.getByRole('menuitem', { name: 'Partager avec l’équipe' }).click();
  await expect(ines.getByText('Brouillon de Karim Haddad, réponse publique')).toBeVisible();

  await karim.getByRole('button', { name: 'Plus sur le brouillon' }).click();
  await karim.getByRole('menuitem', { name: 'Effacer le brouillon' }).click();
  await expect(field(elsewhere)).toHaveValue('');
  await karim.getByRole('button', { name: 'Annuler' }).click();
  await expect(field(karim)).toHaveValue(`${text} À bientôt.`);
  await expect(field(elsewhere)).toHaveValue(`${text} À bientôt.`);
});

test('what another window wrote meanwhile is never overwritten', async ({ browser, stage }) => {
  stage.comment('Mona Petit', 'Et mon remboursement ?');
  await stage.eventually('Et mon remboursement');
  const one = await open(stage, browser, 'karim', 'Mona Petit');
  const other = await open(stage, browser, 'karim', 'Mona Petit');
  await field(one).pressSequentially('Bonjour Mona');
  await saved(one);
  await expect(field(other)).toHaveValue('Bonjour Mona');
  await other.context().setOffline(true);
  await field(other).fill('Bonjour Mona, il part demain');
  await field(one).fill('Bonjour Mona, il est parti');
  await saved(one);
  await other.context().setOffline(false);
  await expect(other.getByText('Vous avez aussi modifié ce brouillon dans une autre fenêtre :')).toBeVisible({
    timeout: 20_000,
  });
  await other.getByRole('button', { name: 'Garder les deux' }).click();
  await expect(field(one)).toHaveValue('Bonjour Mona, il est parti\n\nBonjour Mona, il part demain');
});

test('a message that arrives while one types does not move the caret', async ({ browser, stage }) => {
  const { postId } = stage.comment('Zoé Martin', 'Ma box clignote');
  await stage.eventually('Ma box clignote');
  const page = await open(stage, browser, 'karim', 'Zoé Martin');
  await field(page).pressSequentially('Bonjour , merci');
  for (let step = 0; step < 7; step += 1) await page.keyboard.press('ArrowLeft');
  stage.comment('Zoé Martin', 'Et maintenant elle est rouge', postId);
  await expect(page.getByText('Et maintenant elle est rouge').first()).toBeVisible();
  await page.keyboard.type('Zoé');
  await expect(field(page)).toHaveValue('Bonjour Zoé, merci');
  await saved(page);
  await page.keyboard.type('!');
  await expect(field(page)).toHaveValue('Bonjour Zoé!, merci');
});

test('on a telephone one sees who writes, asks, and goes on from their draft', async ({ browser, stage }) => {
  stage.comment('Ugo Vidal', 'Je veux résilier');
  await stage.eventually('Je veux résilier');
  const karim = await open(stage, browser, 'karim', 'Ugo Vidal');
  await field(karim).pressSequentially('Bonjour Ugo, que se passe-t-il ?');
  await saved(karim);
  const phone = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true });
  const nadia = await phone.newPage();
  await stage.enter(nadia, 'nadia', '/inbox/all');
  await nadia.getByRole('row', { name: /Ugo Vidal/ }).tap();
  await nadia.getByRole('button', { name: 'Prendre la main' }).tap();
  await expect(nadia.getByText('Brouillon de Karim Haddad, réponse publique')).toBeVisible();
  await expectReadable(nadia);
  await nadia.getByRole('button', { name: 'Insérer le brouillon de Karim Haddad' }).tap();
  await expect(field(nadia)).toHaveValue('Bonjour Ugo, que se passe-t-il ?');
  const wide = await nadia.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(390);
  await nadia.getByRole('button', { name: /^Publier en réponse/ }).tap();
  await expect(nadia.getByRole('article', { name: /De nous, Nadia Lefèvre/ })).toContainText('Bonjour Ugo');
});
