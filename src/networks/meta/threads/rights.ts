/** What Relais asks for when a profile is connected. A token does not tell which of them it has. */
export const scopesWanted = [
  'threads_basic',
  'threads_content_publish',
  'threads_read_replies',
  'threads_manage_replies',
  'threads_manage_mentions',
  'threads_delete',
];
