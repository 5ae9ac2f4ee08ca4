export const target = 'src/live';
