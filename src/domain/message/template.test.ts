import { chosenTemplate, gapsIn, templateText, wrongParameters, type Template } from './template.js';

const template: Template = {
  name: 'rappel',
  language: 'fr',
  category: 'UTILITY',
  header: 'Ticket {{1}}',
  body: 'Bonjour {{1}}, votre box arrive {{ 2 }}. À bientôt {{1}} !',
  footer: 'Northline',
  buttons: [],
  parameters: ['header.1', 'body.1', 'body.2'],
};

it('finds the gaps of a part, each once', () => {
  expect(gapsIn('body', template.body)).toEqual(['body.1', 'body.2']);
  expect(gapsIn('header', null)).toEqual([]);
  expect(gapsIn('body', 'à {{ville}}')).toEqual(['body.ville']);
});

it('says what the customer will read', () => {
  const filled = { 'header.1': '4411', 'body.1': ' Inès ', 'body.2': 'lundi' };
  expect(templateText(template, filled)).toBe(
    'Ticket 4411\nBonjour Inès, votre box arrive lundi. À bientôt Inès !\nNorthline',
  );
  expect(templateText(template, {})).toContain('Bonjour {{1}}');
});

it.each([
  [{}, ['header.1', 'body.1', 'body.2']],
  [{ 'header.1': '4411', 'body.1': 'Inès', 'body.2': '  ' }, ['body.2']],
  [{ 'header.1': '4411', 'body.1': 'a\nb', 'body.2': 'a     b' }, ['body.1', 'body.2']],
  [{ 'header.1': '4411', 'body.1': 'Inès', 'body.2': '$& {{1}}' }, []],
])('tells which gaps of %j are not well filled', (parameters, wrong) => {
  expect(wrongParameters(template, parameters)).toEqual(wrong);
});

it('is one name in one language', () => {
  expect(chosenTemplate([template], { name: 'rappel', language: 'fr' })).toBe(template);
  expect(chosenTemplate([template], { name: 'rappel', language: 'en' })).toBeUndefined();
});
