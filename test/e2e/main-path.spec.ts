import { expect, noUndo, test } from './stage.js';

test('a comment reaches the adviser’s screen by itself, and the answer reaches Facebook once', async ({
  page,
  stage,
}) => {
  await noUndo(page);
  await page.goto(`${stage.url}/`);
  const { email, password } = stage.credentials('karim');
  await page.getByLabel('Adresse e-mail').fill(email);
  await page.getByLabel('Mot de passe', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'À traiter' })).toBeVisible();
  await page.getByRole('button', { name: /^Service client/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Service client' })).toBeVisible();

  stage.comment('Léa Marchand', 'Bonjour, ma fibre est en panne depuis mardi');
  const row = page.getByRole('row', { name: /Léa Marchand.*ma fibre est en panne/ });
  await row.click();
  await expect(page.getByRole('heading', { level: 2, name: /Léa Marchand/ })).toBeVisible();
  await expect(page.getByRole('article', { name: /Léa Marchand, Public/ })).toContainText('en panne depuis mardi');

  await page.keyboard.press('r');
  await page.keyboard.type('Bonjour Léa, nous regardons votre ligne.');
  await page.keyboard.press('Control+Enter');
  const ours = page.getByRole('article', { name: /De nous, Karim Haddad, Public/ });
  await expect(ours).toContainText('nous regardons votre ligne');
  await expect(ours).toContainText(/Envoyé|Remis/);
  await expect(page.getByLabel('État du ticket')).toContainText('En attente du client');
  expect(stage.said('nous regardons votre ligne')).toBe(1);
});

test('a reply can be taken back with one key before it leaves, and is where it was written', async ({
  page,
  stage,
}) => {
  await stage.enter(page, 'karim', '/inbox/care');
  await page.evaluate(() => {
    localStorage.setItem('relais.undo-seconds', '30');
  });
  await page.evaluate(() => window.dispatchEvent(new StorageEvent('storage', { key: 'relais.undo-seconds' })));
  stage.comment('Paul Renard', 'Mon décodeur ne démarre plus, panne totale');
  await page.getByRole('row', { name: /Paul Renard/ }).click();
  const field = page.getByLabel(/^Réponse publique/);
  await field.fill('Bonjour Paul, éteignez-le une minute.');
  for (let steps = 0; steps < 3; steps += 1) await field.press('ArrowLeft');
  await page.keyboard.press('Control+Enter');
  const ours = page.getByRole('article', { name: /De nous, Karim Haddad, Public/ });
  await expect(ours).toContainText(/Part dans \d+ secondes/);
  await expect(page.getByRole('group', { name: 'Réponse sur le départ' })).toContainText(/envoyée dans \d+ s/);
  await page.keyboard.press('z');
  await expect(ours).toHaveCount(0);
  await expect(field).toHaveValue('Bonjour Paul, éteignez-le une minute.');
  await expect(field).toBeFocused();
  await page.keyboard.type('!');
  await expect(field).toHaveValue('Bonjour Paul, éteignez-le une minu!te.');
  expect(stage.said('éteignez-le une minute')).toBe(0);
});

test('a reply is planned for tomorrow, says so, and is held back when the customer writes before', async ({
  page,
  stage,
}) => {
  await stage.enter(page, 'karim', '/inbox/care');
  const { postId } = stage.comment('Lina Faure', 'Quand ma facture sera-t-elle corrigée ?');
  await page.getByRole('row', { name: /Lina Faure/ }).click();
  await page.getByLabel(/^Réponse publique/).fill('Elle est corrigée depuis ce matin.');
  await page.getByRole('button', { name: 'Envoyer plus tard' }).click();
  await page.getByRole('menuitem', { name: 'Demain à 9 h' }).click();
  const ours = page.getByRole('article', { name: /De nous, Karim Haddad, Public/ });
  await expect(ours).toContainText(/Prévue pour/);
  stage.comment('Lina Faure', 'Ah, je vois, la facture est bonne', postId);
  await expect(ours).toContainText('le client a écrit avant');
  expect(stage.said('corrigée depuis ce matin')).toBe(0);
});

test('a ticket is put off by two keys, and taken up again from the notice', async ({ page, stage }) => {
  await stage.enter(page, 'ines', '/inbox/care');
  stage.comment('Rose Petit', 'Ma ligne fixe est en panne');
  await page.getByRole('row', { name: /Rose Petit/ }).click();
  await page.getByRole('heading', { level: 2, name: /Rose Petit/ }).waitFor();
  await page.keyboard.press('s');
  await expect(page.getByRole('dialog')).toContainText('Dans une heure');
  await page.keyboard.press('c');
  await expect(page.getByLabel('État du ticket')).toContainText('En attente interne');
  await page.getByRole('button', { name: 'Annuler' }).click();
  await expect(page.getByLabel('État du ticket')).toContainText('En cours');
});

test('an insult is hidden on Facebook, with its reason, and shown again', async ({ page, stage }) => {
  await stage.enter(page, 'nadia', '/inbox/all');
  await page.request.patch(`${stage.url}/api/me`, { data: { locale: 'fr' } });
  await page.reload();
  const { id } = stage.comment('Igor Blanc', 'Bande de nuls, facture fausse');
  await page.getByRole('row', { name: /Igor Blanc/ }).click();
  await page.getByRole('button', { name: /actions sur le message de Igor Blanc/ }).waitFor();
  await page.keyboard.press('h');
  await expect(page.getByRole('dialog')).toContainText('Son auteur et ses amis le voient encore');
  await page.keyboard.press('i');
  const theirs = page.getByRole('article', { name: /Igor Blanc, Public/ });
  await expect(theirs).toContainText('Masquer : fait, par Nadia Lefèvre · Injure');
  await expect(theirs).toContainText('Masqué sur le réseau');
  expect(stage.facebook.calls().some(({ method, path }) => method === 'POST' && path.includes(id))).toBe(true);

  await page.getByRole('button', { name: 'Annuler' }).click();
  await expect(theirs).not.toContainText('Masqué sur le réseau');
});

test('what one takes, the other sees taken, without losing the place', async ({ browser, stage }) => {
  const [one, other] = [await browser.newPage(), await browser.newPage()];
  await stage.enter(one, 'karim', '/inbox/care');
  await stage.enter(other, 'ines', '/inbox/care');
  stage.comment('Tom Girard', 'Ma box ne capte plus, wifi en panne');
  const theirs = other.getByRole('row', { name: /Tom Girard/ });
  await theirs.focus();
  await expect(theirs).toBeFocused();

  await one.getByRole('row', { name: /Tom Girard/ }).click();
  await one
    .getByRole('region', { name: 'Conversation' })
    .getByRole('button', { name: /^Prendre/ })
    .click();
  await expect(theirs).toContainText('Karim');
  await expect(theirs).toBeFocused();
  await other.keyboard.press('Enter');
  await expect(other.getByText('Karim Haddad regarde')).toBeAttached();
  await one.getByLabel(/^Réponse publique/).pressSequentially('Bonjour');
  await expect(other.getByText('Karim Haddad rédige la réponse.')).toBeVisible();
  await one.close();
  await other.close();
});

test('what did not go out says so, and goes out on a second try', async ({ page, stage }) => {
  stage.comment('Manon Dupuis', 'Ma facture a doublé, merci de vérifier');
  await stage.enter(page, 'karim', '/inbox/care');
  await page.getByRole('row', { name: /Manon Dupuis/ }).click();
  stage.facebook.fail({
    path: '/comments',
    method: 'POST',
    times: 1,
    status: 400,
    body: { error: { message: 'refused', type: 'OAuthException', code: 100 } },
  });
  await page.getByLabel(/^Réponse publique/).fill('Nous vérifions votre facture.');
  await page.getByRole('button', { name: 'Publier en réponse — Northline' }).click();
  const ours = page.getByRole('article', { name: /De nous/ });
  await expect(ours).toContainText('N’est pas parti.');
  await ours.getByRole('button', { name: 'Réessayer' }).click();
  await expect(ours).toContainText(/Envoyé|Remis/);
  expect(stage.said('Nous vérifions votre facture.')).toBe(1);
});

test('a newer message stops the answer, moves no caret, and nothing that was typed is lost', async ({
  page,
  stage,
}) => {
  const first = stage.comment('Hugo Lambert', 'Le décodeur redémarre chaque nuit');
  await stage.enter(page, 'ines', '/inbox/care');
  await page.getByRole('row', { name: /Hugo Lambert/ }).click();
  const field = page.getByLabel(/^Réponse publique/);
  await field.fill('Bonjour Hugo, ');
  await page.reload();
  await expect(field).toHaveValue('Bonjour Hugo, ');

  await page.getByRole('region', { name: 'Messages' }).evaluate((box) => {
    box.scrollTop = 0;
  });
  await field.focus();
  await field.press('End');
  stage.comment('Hugo Lambert', 'Et le son coupe aussi', first.postId);
  await expect(page.getByRole('article', { name: /Hugo Lambert/ })).toHaveCount(2);
  await expect(field).toBeFocused();
  await page.keyboard.type('on regarde.');
  await expect(field).toHaveValue('Bonjour Hugo, on regarde.');
});

test('an answer to what is no longer the last word is stopped, and goes out only when asked again', async ({
  page,
  stage,
}) => {
  const first = stage.comment('Chloé Ferreira', 'Ma commande n’arrive pas');
  // A screen whose news is held up knows less than the server does.
  let held = false;
  await page.routeWebSocket(/socket\.io/, (socket) => {
    const server = socket.connectToServer();
    server.onMessage((message) => {
      if (!held) socket.send(message);
    });
  });
  await stage.enter(page, 'ines', '/inbox/care');
  await page.getByRole('row', { name: /Chloé Ferreira/ }).click();
  const field = page.getByLabel(/^Réponse publique/);
  await field.fill('Nous cherchons votre colis.');
  held = true;
  stage.comment('Chloé Ferreira', 'Finalement il est là, merci', first.postId);
  await stage.eventually('Finalement il est là');

  await field.press('Control+Enter');
  const warning = page.getByRole('alert').filter({ hasText: 'Du nouveau depuis que vous écrivez' });
  await expect(warning).toContainText('Finalement il est là, merci');
  await expect(field).toHaveValue('Nous cherchons votre colis.');
  expect(stage.said('Nous cherchons votre colis.')).toBe(0);
  await warning.getByRole('button', { name: 'Envoyer quand même' }).click();
  await expect(field).toHaveValue('');
  await expect.poll(() => stage.said('Nous cherchons votre colis.')).toBe(1);
});

test('on a phone an answer goes out with one thumb', async ({ browser, stage }) => {
  stage.comment('Amélie Roux', 'Je n’ai plus de réseau mobile, panne totale');
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  const page = await context.newPage();
  await stage.enter(page, 'karim', '/inbox/care');
  await page.getByRole('row', { name: /Amélie Roux/ }).tap();
  await page.getByLabel(/^Réponse publique/).tap();
  await page.keyboard.type('Bonjour Amélie, nous regardons.');
  await page.getByRole('button', { name: 'Publier en réponse — Northline' }).tap();
  await expect(page.getByRole('article', { name: /De nous/ })).toContainText(/Envoyé|Remis/);
  expect(stage.said('Bonjour Amélie, nous regardons.')).toBe(1);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(390);
  await page.getByRole('button', { name: 'Retour' }).first().tap();
  await expect(page.getByRole('heading', { level: 1, name: 'Service client' })).toBeVisible();
  await context.close();
});
