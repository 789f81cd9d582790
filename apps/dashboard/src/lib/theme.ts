// Mantine in our tokens: every colour it paints comes from styles/tokens.css.
import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from "@mantine/core";

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

export const theme = createTheme({
  primaryColor: "green",
  colors: { green },
  primaryShade: { light: 7, dark: 4 },
  autoContrast: true,
  fontFamily: '"Inter Variable", system-ui, sans-serif',
  fontFamilyMonospace: "ui-monospace, SFMono-Regular, Menlo, monospace",
  fontSizes: { xs: "12px", sm: "14px", md: "14px", lg: "16px", xl: "20px" },
  headings: { fontWeight: "650" },
  defaultRadius: "md",
  radius: { sm: "6px", md: "8px", lg: "10px" },
  cursorType: "pointer",
  respectReducedMotion: true,
  // Own CSS draws the ring, the same on links, rows and Mantine's controls.
  focusRing: "never",
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
  return { variables: { "--mantine-line-height": "1.45" }, light: shared, dark: shared };
};
