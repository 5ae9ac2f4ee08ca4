import type { OutOfReach } from '../kit/out-of-reach.js';

export const pinterest: OutOfReach = {
  id: 'pinterest',
  name: 'Pinterest',
  why: {
    en: 'Pinterest’s API has no comments, no messages and no mentions: nothing could arrive here, and nothing could be answered.',
    fr: 'L’API de Pinterest n’a ni commentaires, ni messages, ni mentions : rien ne pourrait arriver ici, ni recevoir de réponse.',
  },
};
