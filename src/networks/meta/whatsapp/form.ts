import type { Field } from '../../kit/form.js';

export const accountFields: readonly Field[] = [
  {
    name: 'phoneNumberId',
    label: { en: 'Phone number ID', fr: 'Identifiant du numéro' },
    kind: 'text',
    required: true,
    help: {
      en: 'In the WhatsApp Manager, or on your app’s page “WhatsApp, API setup”. It is not the number itself.',
      fr: 'Dans WhatsApp Manager, ou sur la page « WhatsApp, Configuration de l’API » de votre app. Ce n’est pas le numéro.',
    },
  },
  {
    name: 'businessAccountId',
    label: { en: 'WhatsApp Business account ID', fr: 'Identifiant du compte WhatsApp Business' },
    kind: 'text',
    required: true,
    help: { en: 'On the same page.', fr: 'Sur la même page.' },
  },
  {
    name: 'accessToken',
    label: { en: 'Access token', fr: 'Jeton d’accès' },
    kind: 'secret',
    required: true,
    help: {
      en: 'Of a system user, with whatsapp_business_messaging and whatsapp_business_management: it does not expire.',
      fr: 'D’un utilisateur système, avec whatsapp_business_messaging et whatsapp_business_management : il n’expire pas.',
    },
  },
];
