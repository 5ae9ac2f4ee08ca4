import { dig } from '../kit/dig.js';
import { Station, word, type Body, type StationOptions } from '../kit/station.js';
import { apiRoutes } from './routes.js';
import { DiscordSimulator } from './simulator.js';

/** Discord's REST API and its gateway on the loopback: one server with its channels, and private ones. */
export async function startDiscordSimulator(options: StationOptions): Promise<DiscordSimulator> {
  const station = await Station.open(options);
  const simulator = new DiscordSimulator(station);
  station.control({ published: () => simulator.published() }, acts(simulator));
  station.app.use(station.script.middleware);
  apiRoutes(station, simulator);
  return simulator;
}

function acts(simulator: DiscordSimulator) {
  return {
    channels: () => ({ id: simulator.channel() }),
    messages: (body: Body) => {
      const channel = dig(body, 'channel');
      return simulator.writes(word(body, 'username'), typeof channel === 'string' ? channel : null, word(body, 'text'));
    },
  };
}
