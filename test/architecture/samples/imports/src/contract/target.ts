export const target = 'src/contract';
