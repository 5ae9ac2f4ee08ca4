export const target = 'src/http';
