// no-restricted-syntax: Two things that need each other
import { forwardRef } from '@nestjs/common';

export const reference: unknown = forwardRef(() => String);
