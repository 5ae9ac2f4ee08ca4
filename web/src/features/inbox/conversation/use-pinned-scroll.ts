import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';

const near = 48;

export interface PinnedScroll {
  scroller: RefObject<HTMLDivElement | null>;
  /** The end is in sight: what arrives is seen. */
  atEnd: boolean;
  toEnd: () => void;
  onScroll: () => void;
}

/**
 * Keeps the end in sight when it was, and otherwise keeps what is being read where it is, whatever is added above
 * or below. `name` tells one conversation from another; a new one opens at its divider, else at its end.
 */
export function usePinnedScroll(name: string, first: string | undefined): PinnedScroll {
  const scroller = useRef<HTMLDivElement>(null);
  const [atEnd, setAtEnd] = useState(true);
  const pinned = useRef(true);
  const before = useRef({ first, height: 0 });

  const toEnd = useCallback(() => {
    pinned.current = true;
    setAtEnd(true);
    scroller.current?.scrollTo({ top: scroller.current.scrollHeight });
  }, []);
  const onScroll = useCallback(() => {
    const box = scroller.current;
    if (!box) return;
    pinned.current = box.scrollHeight - box.scrollTop - box.clientHeight < near;
    setAtEnd(pinned.current);
  }, []);

  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box) return;
    const divider = box.querySelector<HTMLElement>('[data-divider]');
    if (divider) box.scrollTop = divider.offsetTop - box.clientHeight / 4;
    else box.scrollTop = box.scrollHeight;
    onScroll();
  }, [name, onScroll]);

  useLayoutEffect(() => {
    const box = scroller.current;
    const { first: old, height } = before.current;
    if (box && old !== undefined && first !== undefined && first !== old && height > 0 && !pinned.current) {
      box.scrollTop += box.scrollHeight - height;
    }
  }, [first]);
  useLayoutEffect(() => {
    before.current = { first, height: scroller.current?.scrollHeight ?? 0 };
  });

  useEffect(() => followGrowth(scroller.current, () => pinned.current), [name]);
  return { scroller, atEnd, toEnd, onScroll };
}

/** Images that load and a composer that grows change heights after the paint. */
function followGrowth(box: HTMLDivElement | null, isPinned: () => boolean): () => void {
  if (!box?.firstElementChild) return () => undefined;
  const watch = new ResizeObserver(() => {
    if (isPinned()) box.scrollTop = box.scrollHeight;
  });
  watch.observe(box);
  watch.observe(box.firstElementChild);
  return () => {
    watch.disconnect();
  };
}
