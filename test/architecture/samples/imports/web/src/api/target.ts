export const target = 'web/src/api';
