import type { Server } from 'node:http';
import { StartWorkspace } from './actions/team/start-workspace.js';
import { createRelais, type Parts, type Relais } from './app.module.js';
import { Figures } from './http/health/figures.js';
import { openMetricsPort } from './http/health/metrics-port.js';
import type { Settings } from './platform/config/settings.js';
import { jobNames } from './store/jobs.js';

export interface StartParts extends Parts {
  readonly settings: Parts['settings'] & Pick<Settings, 'host' | 'port' | 'firstAdministrator' | 'metrics'>;
}

export interface RunningRelais extends Relais {
  /** The one-time link of the first administrator; null when there are people already. */
  readonly setUpUrl: string | null;
  readonly workspaceId: number;
  stop(): Promise<void>;
}

/** How long the requests that are under way may take when we stop. */
const drainMs = 10_000;

/** Connects, and listens once everything is there. The database must have been migrated. */
export async function startRelais(parts: StartParts): Promise<RunningRelais> {
  const relais = await createRelais(parts);
  const { app, core } = relais;
  const { host, port, firstAdministrator, metrics } = parts.settings;
  await core.source.initialize();
  await Promise.all([core.jobs.start(jobNames), core.wakeups.start()]);
  const demo = parts.site.facts.demo !== null;
  const start = await app.get(StartWorkspace).run({ administrator: firstAdministrator, demo });
  await app.listen(port, host);
  const figures =
    metrics.port === null ? null : openMetricsPort(app.get(Figures), { port: metrics.port, host, log: core.log });
  return { ...relais, ...start, stop: () => stop(relais, figures) };
}

/** Lets nobody in any more, ends what is under way, then what it stands on. */
async function stop({ app, core }: Relais, figures: Server | null): Promise<void> {
  const server: Server = app.getHttpServer();
  const late = setTimeout(() => server.closeAllConnections(), drainMs);
  figures?.close();
  await app.close();
  clearTimeout(late);
  await core.loops.stop();
  await core.jobs.stop();
  await core.wakeups.stop();
  await core.http.close();
  await core.source.destroy();
}
