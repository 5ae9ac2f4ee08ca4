import { expect, test } from './stage.js';

test('a calendar is drawn, a promise is made in its hours, and the clock of a ticket follows', async ({
  page,
  stage,
}) => {
  await stage.enter(page, 'nadia', '/inbox/all');
  await page.request.patch(`${stage.url}/api/me`, { data: { locale: 'fr' } });
  stage.comment('Rose Lambert', 'Ma facture de novembre est fausse');
  await stage.eventually('Ma facture de novembre est fausse');

  await page.goto(`${stage.url}/admin/calendars`);
  await page.getByRole('button', { name: 'Ajouter un calendrier' }).click();
  await page.getByLabel('Nom', { exact: true }).fill('Boutique');
  await page.getByLabel('Fuseau horaire').selectOption('Europe/Paris');
  const sunday = page.getByRole('group', { name: 'Dimanche' });
  await expect(sunday).toContainText('fermé');
  const drawn = sunday.locator('[data-drawn]');
  await drawn.scrollIntoViewIfNeeded();
  const track = await drawn.boundingBox();
  if (!track) throw new Error('the day is not drawn');
  const at = (hour: number) => [track.x + (track.width * hour) / 24, track.y + track.height / 2] as const;
  await page.mouse.move(...at(10));
  await page.mouse.down();
  await page.mouse.move(...at(14), { steps: 4 });
  await page.mouse.up();
  await expect(sunday.getByLabel('Ouvre : Dimanche')).toHaveValue('10:00');
  await expect(sunday.getByLabel('Ferme : Dimanche')).toHaveValue('14:00');

  await page.getByRole('button', { name: 'Ajouter des jours fériés' }).click();
  await page.getByRole('dialog').getByLabel('Pays').selectOption('fr-alsace-moselle');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Ajouter \d+ jours$/ })
    .click();
  await expect(page.getByRole('region', { name: 'Jours particuliers' })).toContainText('Saint-Étienne');
  await page.getByRole('button', { name: 'Enregistrer les calendriers' }).click();
  await expect(page.getByRole('region', { name: 'Nouvelles' })).toContainText('Les calendriers sont enregistrés.');

  await page.getByRole('link', { name: 'Voir les engagements' }).click();
  await page.getByRole('button', { name: 'Ajouter un engagement' }).click();
  const editor = page.getByRole('dialog');
  await editor.getByLabel('Nom').fill('Client pressé');
  await editor.getByLabel('Compté dans les heures de').selectOption('Boutique');
  await editor.getByRole('group', { name: 'Première réponse' }).getByLabel('Priorité 3').fill('2 h 10');
  await editor.getByRole('button', { name: 'Garder' }).click();
  const list = page.getByRole('list', { name: 'Engagements' }).getByRole('listitem');
  await expect(list.first()).toContainText('Client pressé');
  await page.getByRole('button', { name: 'Descendre Client pressé' }).press('Enter');
  await expect(list.nth(1)).toContainText('Jamais atteint');
  await expect(page.getByRole('button', { name: 'Monter Client pressé' })).toBeVisible();
  await page.getByRole('button', { name: 'Monter Client pressé' }).press('Enter');
  await page.getByRole('button', { name: 'Essayer sur les tickets ouverts' }).click();
  const trial = page.getByRole('region', { name: 'Essayé sur les tickets ouverts' });
  await expect(trial).toContainText('Client pressé, 2 h 10, Boutique');
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await page.getByRole('button', { name: 'Enregistrer les engagements' }).click();
  await expect(page.getByRole('region', { name: 'Nouvelles' })).toContainText('Les engagements sont enregistrés.');

  await page.goto(`${stage.url}/inbox/all`);
  await page.getByRole('row', { name: /Rose Lambert/ }).click();
  await page.getByRole('button', { name: 'Échéances' }).click();
  await expect(page.getByText('Client pressé : sous 2 h 10, Boutique')).toBeVisible();
});

test('somebody who was slower is asked whose promises are to count', async ({ page, stage }) => {
  await stage.enter(page, 'nadia', '/admin/promises');
  await page.request.patch(`${stage.url}/api/me`, { data: { locale: 'fr' } });
  await page.reload();
  await page.getByRole('button', { name: 'Ajouter un engagement' }).click();
  await page.getByRole('dialog').getByLabel('Nom').fill('La mienne');
  await page.getByRole('dialog').getByRole('button', { name: 'Garder' }).click();

  const { version, policies } = await (await page.request.get(`${stage.url}/api/sla/policies`)).json();
  const theirs = await page.request.put(`${stage.url}/api/sla/policies`, { data: { version, policies } });
  expect(theirs.status()).toBe(200);

  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await page.getByRole('button', { name: 'Enregistrer les engagements' }).click();
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('Quelqu’un a enregistré');
  await page.getByRole('button', { name: 'Enregistrer les miennes à la place' }).click();
  await expect(page.getByRole('region', { name: 'Nouvelles' })).toContainText('Les engagements sont enregistrés.');
  await expect(page.getByRole('heading', { level: 2, name: 'La mienne' })).toBeVisible();

  await page.getByRole('button', { name: 'Retirer La mienne' }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'La mienne' })).toHaveCount(0);
  await page.getByRole('region', { name: 'Nouvelles' }).getByRole('button', { name: 'Annuler' }).last().click();
  await expect(page.getByRole('heading', { level: 2, name: 'La mienne' })).toBeVisible();
});
