import { useKept } from '../../../ui/use-kept.js';

/** Seconds in which a reply can still be taken back; 0 for none. */
const undoChoices = [0, 5, 10, 20, 30] as const;

export function useUndoSeconds(): number {
  const [kept] = useKept('undo-seconds', '10');
  return undoChoices.find((one) => String(one) === kept) ?? 10;
}
