import { expect, noUndo, test } from './stage.js';

test('a ticket is put off to a typed date by keys alone, wherever the focus is, and taken up again', async ({
  page,
  stage,
}) => {
  await stage.enter(page, 'nadia', '/inbox/all');
  await page.request.patch(`${stage.url}/api/me`, { data: { locale: 'fr' } });
  await page.reload();
  stage.comment('Yves Martin', 'Ma ligne fixe grésille, panne depuis lundi');
  await page.getByRole('row', { name: /Yves Martin/ }).click();
  const state = page.getByLabel('État du ticket');
  await page.getByRole('region', { name: 'Messages' }).focus();
  await page.keyboard.press('s');
  await expect(page.getByRole('dialog')).toContainText('Un autre moment…');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(state).toBeVisible();

  await page.getByRole('region', { name: 'Messages' }).focus();
  await page.keyboard.press('s');
  await expect(page.getByRole('dialog')).toContainText('Un autre moment…');
  await page.keyboard.press('a');
  await expect(page.getByLabel('De retour dans la liste quand ?')).toBeFocused();
  await page.keyboard.type('dans 2 semaines');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toContainText('Une réponse est promise');
  await page.keyboard.press('q');
  await expect(state).toContainText('En veille jusqu’à');

  await page.getByRole('region', { name: 'Messages' }).focus();
  await page.keyboard.press('s');
  await expect(page.getByRole('dialog')).toContainText('Reprendre maintenant');
  await page.keyboard.press('r');
  await expect(state).not.toContainText('En veille');
});

test('a slip in our answer is corrected on Facebook, and put back', async ({ page, stage }) => {
  await noUndo(page);
  await stage.enter(page, 'karim', '/inbox/care');
  stage.comment('Aline Moreau', 'Ma facture est fausse');
  await page.getByRole('row', { name: /Aline Moreau/ }).click();
  await page.getByLabel(/^Réponse publique/).fill('Nous ouvrons votre dosier.');
  await page.keyboard.press('Control+Enter');
  const ours = page.getByRole('article', { name: /De nous, Karim Haddad, Public/ });
  await expect(ours).toContainText(/Envoyé|Remis/);
  await page.getByRole('button', { name: /actions sur le message de Karim Haddad/ }).click();
  await page.getByRole('menuitem', { name: 'Corriger' }).click();
  const field = page.getByRole('dialog').getByLabel('Le nouveau texte');
  await expect(field).toHaveValue('Nous ouvrons votre dosier.');
  await field.fill('Nous ouvrons votre dossier.');
  await field.press('Control+Enter');
  await expect(ours).toContainText('Corriger : fait, par Karim Haddad');
  await expect(ours).toContainText('Nous ouvrons votre dossier.');
  await page.getByRole('button', { name: 'Annuler' }).click();
  await expect(ours).toContainText('Nous ouvrons votre dosier.');
});
