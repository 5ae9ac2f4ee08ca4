import { newToken, sha256Hex } from '../../platform/ids.js';

/** A secret that also says which workspace it belongs to, so that it can be looked up by a whole key. */
export function newScopedToken(workspaceId: number): { text: string; hash: string } {
  const text = `${String(workspaceId)}.${newToken()}`;
  return { text, hash: sha256Hex(text) };
}

/** Null when the text cannot be such a token. */
export function readScopedToken(text: string): { workspaceId: number; hash: string } | null {
  const [, workspace] = /^([1-9]\d{0,8})\.[\w-]{20,100}$/.exec(text) ?? [];
  return workspace === undefined ? null : { workspaceId: Number(workspace), hash: sha256Hex(text) };
}
