// Mantine in our tokens: every colour it paints comes from styles/tokens.css.
import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
} from "@mantine/core";

const green: MantineColorsTuple = [
  "#e3f1ee",
  "#c6e3de",
  "#9bd0c8",
  "#6cc0b4",
  "#4cc2b3",
  "#2f9c8f",
  "#178075",
  "#0b6b62",
  "#095850",
  "#064540",
];

/** Ink, from what is written to what it is written on. */
const dark: MantineColorsTuple = [
  "#e7ecef",
  "#c3ccd3",
  "#9ba8b2",
  "#8a97a1",
  "#34404a",
  "#232d35",
  "#1c252c",
  "#182027",
  "#12181d",
  "#0d1216",
];

export const theme = createTheme({
  primaryColor: "green",
  colors: { green, dark },
  primaryShade: { light: 7, dark: 4 },
  // The accent is dark on paper and light at night; what is written on it turns with it.
  variantColorResolver(input) {
    const colors = defaultVariantColorsResolver(input);
    const isAccent = input.color === undefined || input.color === "green";
    return input.variant === "filled" && isAccent
      ? { ...colors, color: "var(--on-accent)" }
      : colors;
  },
  fontFamily: '"Inter Variable", system-ui, sans-serif',
  fontFamilyMonospace: "ui-monospace, SFMono-Regular, Menlo, monospace",
  fontSizes: { xs: "12px", sm: "14px", md: "14px", lg: "16px", xl: "20px" },
  headings: { fontWeight: "650" },
  defaultRadius: "md",
  radius: { sm: "6px", md: "8px", lg: "10px" },
  cursorType: "pointer",
  respectReducedMotion: true,
});

export const themeVariables: CSSVariablesResolver = () => {
  const shared = {
    "--mantine-color-body": "var(--card)",
    "--mantine-color-text": "var(--ink)",
    "--mantine-color-dimmed": "var(--muted)",
    "--mantine-color-placeholder": "var(--muted)",
    "--mantine-color-anchor": "var(--accent)",
    "--mantine-color-error": "var(--bad)",
    "--mantine-color-default": "var(--card)",
    "--mantine-color-default-hover": "var(--hover)",
    "--mantine-color-default-color": "var(--ink)",
    "--mantine-color-default-border": "var(--line)",
    "--mantine-color-green-filled": "var(--accent)",
    "--mantine-color-green-filled-hover": "var(--accent-hover)",
    "--mantine-color-green-light": "var(--accent-soft)",
    "--mantine-color-green-light-hover": "var(--accent-soft)",
    "--mantine-color-green-light-color": "var(--accent)",
  };
  // In the dark, menus and fields are painted from Mantine's own greys.
  const dark = {
    ...shared,
    "--mantine-color-dark-4": "var(--line)",
    "--mantine-color-dark-5": "var(--hover)",
    "--mantine-color-dark-6": "var(--card)",
  };
  return { variables: { "--mantine-line-height": "1.45" }, light: shared, dark };
};
