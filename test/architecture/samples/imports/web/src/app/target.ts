export const target = 'web/src/app';
