import { createTheme, type MantineColorsTuple } from '@mantine/core';

const public10: MantineColorsTuple = [
  '#eaf3fc',
  '#d3e5f7',
  '#a5c9ee',
  '#7db7f5',
  '#4b94dc',
  '#2a7bca',
  '#0b5cad',
  '#0a5299',
  '#084580',
  '#063764',
];

/** Mantine's own look is replaced here and in `mantine.css`; nowhere else are its colours or sizes set. */
export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 3 },
  colors: { accent: public10 },
  autoContrast: true,
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", "DejaVu Sans", sans-serif',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '1.45', sm: '1.45', md: '1.45', lg: '1.45', xl: '1.3' },
  radius: { xs: '4px', sm: '6px', md: '6px', lg: '8px', xl: '12px' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    // Named, or Mantine leaves it out of the attribute that `mantine.css` looks for.
    Button: { defaultProps: { size: 'sm', variant: 'filled' } },
    TextInput: { defaultProps: { size: 'sm' } },
    PasswordInput: { defaultProps: { size: 'sm' } },
    NativeSelect: { defaultProps: { size: 'sm' } },
    Textarea: { defaultProps: { size: 'sm' } },
    Tooltip: { defaultProps: { openDelay: 350, withArrow: false, transitionProps: { duration: 0 } } },
    Menu: {
      defaultProps: {
        transitionProps: { duration: 0 },
        shadow: 'none',
        position: 'bottom-end',
        // Else the first thing in a menu is nothing, which assistive technology must not find there.
        withInitialFocusPlaceholder: false,
      },
    },
    Popover: { defaultProps: { transitionProps: { duration: 0 }, shadow: 'none' } },
    Modal: { defaultProps: { transitionProps: { duration: 0 }, centered: true } },
    ModalRoot: { defaultProps: { transitionProps: { duration: 0 }, centered: true } },
    Drawer: { defaultProps: { transitionProps: { duration: 0 } } },
  },
});
