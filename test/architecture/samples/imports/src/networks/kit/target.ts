export const target = 'src/networks/kit';
