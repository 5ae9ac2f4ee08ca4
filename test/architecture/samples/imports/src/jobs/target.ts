export const target = 'src/jobs';
