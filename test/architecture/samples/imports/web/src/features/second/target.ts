export const target = 'web/src/features/second';
