export const target = 'src/platform';
