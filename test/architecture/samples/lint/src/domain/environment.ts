// no-restricted-syntax: Settings are read once
export const port = (): string | undefined => process.env['PORT'];
