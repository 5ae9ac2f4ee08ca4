export const target = 'src/simulator/second';
