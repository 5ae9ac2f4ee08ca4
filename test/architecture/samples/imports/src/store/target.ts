export const target = 'src/store';
