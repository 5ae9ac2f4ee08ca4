/** One slice of each in turn, and again: whatever else the machine does falls on all of them alike. */
export async function inRounds(count, slices) {
  const rounds = [];
  for (let round = 0; round < count; round += 1) {
    const figures = {};
    for (const [name, slice] of Object.entries(slices)) figures[name] = await slice();
    rounds.push(figures);
  }
  return rounds;
}

export function median(numbers) {
  return quantile(numbers, 0.5);
}

export function quantile(numbers, share) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

/** The median of the ratios of each round, with the middle half of them, and how far the floor itself wandered. */
export function ratioOf(rounds, name, floor) {
  const ratios = rounds.map((round) => round[name] / round[floor]);
  const floors = rounds.map((round) => round[floor]);
  return {
    ratio: median(ratios),
    spread: [quantile(ratios, 0.25), quantile(ratios, 0.75)],
    value: median(rounds.map((round) => round[name])),
    floor: median(floors),
    floorSpread: Math.max(...floors) / Math.min(...floors),
  };
}
