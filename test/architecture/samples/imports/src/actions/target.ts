export const target = 'src/actions';
