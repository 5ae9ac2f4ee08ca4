export const target = 'src/networks/second';
