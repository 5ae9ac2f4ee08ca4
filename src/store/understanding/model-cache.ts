import type { Model } from '../../domain/understanding/model.js';

/** The model of each workspace, ready to be asked, as this process last read it. */
export class ModelCache {
  private readonly models = new Map<number, { readonly version: number; readonly model: Model }>();

  /** Null unless it is of this version. */
  known(workspaceId: number, version: number): Model | null {
    const kept = this.models.get(workspaceId);
    return kept?.version === version ? kept.model : null;
  }

  keep(workspaceId: number, version: number, model: Model): void {
    this.models.set(workspaceId, { version, model });
  }
}
