import { SetMetadata } from '@nestjs/common';

export const publicKey = 'relais:public';

/** A route that anybody may call. Every other one needs a session. */
export const Public = () => SetMetadata(publicKey, true);
