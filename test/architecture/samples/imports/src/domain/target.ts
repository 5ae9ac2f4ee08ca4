export const target = 'src/domain';
