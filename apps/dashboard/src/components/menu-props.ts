// What all menus of this feature share. They open and close at once: a key pressed right after belongs
// to the screen again. They hang inside the screen, where assistive technology looks for it, and without
// a stop that a menu's own roles do not allow.
import type { MenuProps } from "@mantine/core";

export const menuProps: MenuProps = {
  shadow: "md",
  transitionProps: { duration: 0 },
  withInitialFocusPlaceholder: false,
  portalProps: { target: "#screen" },
};
