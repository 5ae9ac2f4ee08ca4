/**
 * Resolves when this process is asked to stop: by a signal, or by the end of the launcher that started it. Ask once, and
 * early: from then on signals no longer end the process by themselves. A second Ctrl-C does, for the impatient.
 */
export function stopRequested(): Promise<void> {
  return new Promise((resolve) => {
    let asked = false;
    const stop = (): void => {
      asked = true;
      // While it is listened to, the channel keeps the process alive.
      process.off('disconnect', stop);
      resolve();
    };
    process.on('SIGTERM', stop);
    process.on('SIGINT', () => (asked ? process.exit(130) : stop()));
    // The launcher is the other end of this channel; when it is killed it can send no signal any more.
    process.on('disconnect', stop);
  });
}
