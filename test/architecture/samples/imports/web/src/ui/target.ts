export const target = 'web/src/ui';
