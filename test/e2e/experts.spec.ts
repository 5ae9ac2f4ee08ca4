import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from '@playwright/test';
import { expect, test, type Stage } from './stage.js';

test.use({ actionTimeout: 15_000 });

/** Where pictures go when somebody wants to look at them. */
const pictures = process.env['RELAIS_PICTURES'];

async function look(page: Page, name: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
  expect(found, name).toEqual([]);
  if (pictures !== undefined) await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
}

/** Inès knows networks; the administrator puts her in the registry, by hand. */
async function register(page: Page, stage: Stage): Promise<void> {
  await stage.enter(page, 'chief', '/experts?tab=registry');
  await page.getByRole('button', { name: /Ajouter un expert|Add an expert/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/Personne|Person/).selectOption({ label: await optionOf(page, /Inès Moreau/) });
  await dialog.getByLabel(/^Signature/).fill('Inès, ingénieure réseau');
  await dialog.getByLabel(/Technologie réseau|Network technology/).selectOption('3');
  await look(page, 'registry-dialog');
  await dialog.getByRole('button', { name: /Enregistrer|Save/ }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'Inès Moreau' })).toBeVisible();
  await look(page, 'registry');
  await page.getByText(/À ne pas dire|Not to be said/).click();
  await page.getByLabel(/Mot ou mots|Word or words/).fill('Wi-Fi 8');
  await page.getByLabel(/Pourquoi, en quelques mots|Why, in a few words/).fill('annoncé en juin');
  await page.getByRole('button', { name: /^(Ajouter|Add)$/ }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'Wi-Fi 8' })).toBeVisible();
  await look(page, 'embargoes');
}

async function optionOf(page: Page, name: RegExp): Promise<string> {
  const option = page.getByRole('dialog').getByRole('option', { name }).first();
  return (await option.textContent()) ?? '';
}

/** What the expert does, on a telephone on which nobody is signed in. */
async function answerOn(browser: Browser, url: string): Promise<void> {
  const phone = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'fr-FR' });
  const page = await phone.newPage();
  await page.goto(url);
  await expect(page.getByRole('heading', { level: 1, name: 'Une question pour vous' })).toBeVisible();
  // The token has gone from the address: nobody hands it on by sharing the page.
  await expect(page).toHaveURL(/\/ask\?id=[\w-]+$/);
  await expect(page.getByText('●●●').first()).toBeVisible();
  await expect(page.locator('body')).not.toContainText('06 12 34 56 78');
  await look(page, 'phone-question');
  await page.getByRole('button', { name: 'Plus tard' }).click();
  await look(page, 'phone-later');
  await page.getByRole('button', { name: 'Je réponds' }).click();
  await page.getByLabel('Votre réponse').fill('Oui, et bientôt en Wi-Fi 8 !');
  await page.getByRole('checkbox').check();
  await look(page, 'phone-answer');
  await page.getByRole('button', { name: 'Remettre ma réponse' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'annoncé en juin' })).toBeVisible();
  await look(page, 'phone-embargo');
  await page.getByLabel('Votre réponse').fill('Oui, la 5G couvre tout Lyon.');
  await page.getByRole('button', { name: 'Remettre ma réponse' }).click();
  await expect(page.getByText('Un coach relit votre réponse')).toBeVisible();
  await look(page, 'phone-done');
  // Followed again on the same telephone, the link leads back; elsewhere it is used up.
  await page.goto('about:blank');
  await page.goto(url);
  await expect(page.getByText('Un coach relit votre réponse')).toBeVisible();
  await phone.close();
  const other = await browser.newContext({ locale: 'fr-FR' });
  const stranger = await other.newPage();
  await stranger.goto(url);
  await expect(stranger.getByRole('heading', { name: 'Ce lien ne peut pas être utilisé' })).toBeVisible();
  await look(stranger, 'phone-broken');
  await other.close();
}

test('an expert answers from a telephone, in their own name, after a coach has read it', async ({ browser, stage }) => {
  test.setTimeout(120_000);
  const chief = await (await browser.newContext()).newPage();
  await register(chief, stage);

  stage.comment('Léa Durand', 'La 5G couvre-t-elle Lyon ? Mon numéro : 06 12 34 56 78');
  await stage.eventually('La 5G couvre-t-elle Lyon');
  const adviser = await (await browser.newContext()).newPage();
  await stage.enter(adviser, 'nadia', '/inbox/all');
  await adviser.getByRole('row', { name: /Léa Durand/ }).click();
  await expect(adviser.getByRole('article', { name: /Léa Durand/ })).toBeVisible();
  await adviser.keyboard.press('q');
  const dialog = adviser.getByRole('dialog', { name: 'Demander à un expert' });
  await dialog.getByLabel('Sujet').selectOption('network_technology');
  await expect(dialog.getByText('Inès, ingénieure réseau')).toBeVisible();
  await look(adviser, 'ask-dialog');
  await dialog.getByRole('button', { name: 'Demander', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(adviser.getByText(/Inès Moreau · Demandé/)).toBeVisible();
  await look(adviser, 'inbox-with-ask');

  await chief.goto(`${stage.url}/experts`);
  const waiting = chief.getByRole('region', { name: /En attente d’expert|Waiting for an expert/ });
  await waiting.getByRole('button', { name: /Lien pour|Link for/ }).click();
  await chief.getByRole('button', { name: /Créer un lien|Make a link/ }).click();
  const url = await chief.getByRole('dialog').getByRole('textbox').inputValue();
  await chief.keyboard.press('Escape');
  await answerOn(browser, url);

  // The board has followed by itself.
  await chief.getByRole('button', { name: /^(Relire|Read it)$/ }).click();
  const review = chief.getByRole('dialog');
  await review.getByLabel(/telle qu’elle partira|as it will go out/).fill('Oui, la 5G couvre presque tout Lyon.');
  await look(chief, 'review');
  await review.getByRole('button', { name: /avec mes modifications|with my changes/ }).click();
  const published = chief.getByRole('region', { name: /Publiés|Answered/ });
  await expect(published.getByText(/^(Publié|Published)$/)).toBeVisible();
  await look(chief, 'board');
  await expect.poll(() => stage.said('Oui, la 5G couvre presque tout Lyon.\n\n— Inès, ingénieure réseau')).toBe(1);
  const ours = adviser.getByRole('article', { name: /De nous, Inès Moreau/ });
  await expect(ours).toContainText('Inès, ingénieure réseau');
  await chief.setViewportSize({ width: 390, height: 844 });
  await look(chief, 'board-phone');
  await chief.context().close();
  await adviser.context().close();
});
