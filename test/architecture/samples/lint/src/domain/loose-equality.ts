// eqeqeq
export const isZero = (value: number | null): boolean => value == 0;
