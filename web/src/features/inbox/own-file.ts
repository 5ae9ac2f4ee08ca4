/** An address that this page may load from: a network's own would tell it who looks at what, and soon expires. */
export function ownFile(url: string | null): string | null {
  return url !== null && /^\/(?!\/)/u.test(url) ? url : null;
}
