// react-hooks/rules-of-hooks
import { useState } from 'react';

export function Toggle({ on }: { on: boolean }) {
  if (!on) return null;
  const [shown] = useState(true);
  return <p>{String(shown)}</p>;
}
