export const target = 'src/tools';
