import * as target from '@nestjs/core';

export const sample = target;
