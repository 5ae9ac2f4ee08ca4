import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { expect, test, type Stage } from './stage.js';

/** From now on a lead reads what advisers answer; shown in French. */
async function given(page: Page, stage: Stage, where: string): Promise<void> {
  await stage.enter(page, 'nadia', '/approvals');
  const any = { inTraining: null, topics: [], lanes: [], networks: [], spaces: [], crisis: null, vip: null };
  const approvers = { roles: ['team_lead'], teamIds: [], agentIds: [] };
  const rule = { id: randomUUID(), name: 'Conseillers', enabled: true, needed: 1, approvers };
  await keep(page, stage, [{ ...rule, when: { ...any, roles: ['adviser'] } }]);
  await page.goto(stage.url + where);
}

async function keep(page: Page, stage: Stage, rules: object[]): Promise<void> {
  const { revision } = await (await page.request.get(`${stage.url}/api/approval-rules`)).json();
  await page.request.put(`${stage.url}/api/approval-rules`, { data: { revision, rules } });
}

// The other tests work in the same place, and answer without being read.
test.afterEach(async ({ browser, stage }) => {
  const lead = await browser.newPage();
  await stage.enter(lead, 'nadia', '/approvals');
  await keep(lead, stage, []);
  await lead.close();
});

async function writes(page: Page, stage: Stage, customer: { name: string; text: string; answer: string }) {
  await stage.enter(page, 'karim', '/inbox/all');
  const { name, text, answer } = customer;
  const { postId } = stage.comment(name, text);
  await stage.eventually(text);
  await page.goto(`${stage.url}/inbox/care`);
  await page.getByRole('row', { name: new RegExp(name) }).click();
  await expect(page.getByText(/doit valider cette réponse avant l’envoi/)).toBeVisible();
  await page.getByLabel(/^Réponse publique/).fill(answer);
  await page.getByRole('button', { name: 'Soumettre à validation' }).click();
  const ours = page.getByRole('article', { name: /De nous, Karim Haddad, Public/ });
  await expect(ours).toContainText('En attente de validation');
  return { ours, postId };
}

test('a reply is submitted, changed and approved on a telephone, and reaches the network once', async ({
  page,
  stage,
  browser,
}) => {
  const lead = await (await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'fr-FR' })).newPage();
  await given(lead, stage, '/approvals');
  const answer = { name: 'Rose Petit', text: 'Ma facture est fausse', answer: 'Nous rouvrons votre dosier.' };
  const { ours } = await writes(page, stage, answer);
  expect(stage.said('Nous rouvrons')).toBe(0);

  const card = lead.getByRole('article', { name: 'Réponse de Karim Haddad' });
  await expect(card).toContainText('Ma facture est fausse');
  await card.getByLabel('La réponse, telle qu’elle partira').fill('Nous rouvrons votre dossier.');
  await card.getByRole('button', { name: 'Approuver ainsi modifiée' }).click();
  await expect(lead.getByText('Rien n’attend votre validation')).toBeVisible();
  await expect(ours).toContainText(/Envoyé|Remis/);
  await expect(ours).toContainText('Validée');
  await ours.getByText('Ce que le valideur a modifié').click();
  await expect(ours.locator('del')).toContainText('dosier.');
  expect(stage.said('Nous rouvrons votre dossier.')).toBe(1);
  await lead.close();
});

test('a reply comes back with advice, is written anew, waits when the customer writes, and then goes', async ({
  page,
  stage,
  browser,
}) => {
  const lead = await (await browser.newContext({ locale: 'fr-FR' })).newPage();
  await given(lead, stage, '/approvals');
  const answer = { name: 'Hugo Blanc', text: 'Ma facture est double', answer: 'C’est votre faute.' };
  const { ours, postId } = await writes(page, stage, answer);

  const card = lead.getByRole('article', { name: 'Réponse de Karim Haddad' });
  await expect(card).toContainText('C’est votre faute.');
  await lead.keyboard.press('c');
  await card.getByLabel('Votre conseil à l’auteur').fill('Plus aimable, s’il te plaît.');
  await card.getByRole('button', { name: 'Renvoyer avec conseil' }).click();
  await expect(ours).toContainText('Plus aimable, s’il te plaît.');
  await ours.getByRole('button', { name: 'Réécrire' }).click();
  await ours.getByLabel('La réponse, telle qu’elle partira').fill('Nous corrigeons la facture.');
  await ours.getByRole('button', { name: 'Soumettre à nouveau' }).click();

  await expect(card).toContainText('Nous corrigeons la facture.');
  stage.comment('Hugo Blanc', 'Et toujours rien !', postId);
  await expect(card.getByRole('button', { name: 'J’ai lu, la réponse tient' })).toBeVisible();
  await expect(card).toContainText('Et toujours rien !');
  await expect(card.getByRole('button', { name: 'Approuver' })).toBeDisabled();
  await card.getByRole('button', { name: 'J’ai lu, la réponse tient' }).click();
  await card.getByRole('button', { name: 'Approuver' }).click();
  await expect(ours).toContainText(/Envoyé|Remis/);
  expect(stage.said('Nous corrigeons la facture.')).toBe(1);
  expect(stage.said('C’est votre faute.')).toBe(0);
  await lead.close();
});
