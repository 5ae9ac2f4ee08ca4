import type { MantineColorScheme } from '@mantine/core';
import type { IconName } from './icon-paths.js';

export const schemes: readonly { id: MantineColorScheme; icon: IconName }[] = [
  { id: 'auto', icon: 'screen' },
  { id: 'light', icon: 'sun' },
  { id: 'dark', icon: 'moon' },
];
