import { ActionIcon, Badge, Button, createTheme, type MantineColorsTuple, Paper, TextInput } from "@mantine/core";

const accent: MantineColorsTuple = [
  "#eef3ff",
  "#dbe5fd",
  "#b6c9f8",
  "#8fabf3",
  "#6d91ee",
  "#5680ea",
  "#3f6be0",
  "#3259c4",
  "#294aa4",
  "#1f3a83",
];

const gray: MantineColorsTuple = [
  "#f7f8fa",
  "#eff1f4",
  "#e3e6eb",
  "#d3d8df",
  "#b4bbc6",
  "#8b94a3",
  "#667080",
  "#4d5664",
  "#353c48",
  "#20252e",
];

const dark: MantineColorsTuple = [
  "#dde2ea",
  "#b9c1cd",
  "#98a2b1",
  "#6d7786",
  "#3b4552",
  "#2a323d",
  "#1d242d",
  "#151a20",
  "#0f1318",
  "#0a0d11",
];

/** Dense, quiet, one accent. Red and amber are kept for trouble (`color-variables.ts`). */
export const theme = createTheme({
  colors: { accent, gray, dark },
  primaryColor: "accent",
  primaryShade: 6,
  autoContrast: true,
  fontFamily: "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif",
  fontFamilyMonospace: "ui-monospace, SFMono-Regular, Menlo, Consolas, 'Liberation Mono', monospace",
  fontSizes: { xs: "11px", sm: "13px", md: "14px", lg: "15px", xl: "18px" },
  spacing: { xs: "6px", sm: "8px", md: "12px", lg: "16px", xl: "24px" },
  defaultRadius: "3px",
  radius: { xs: "2px", sm: "3px", md: "3px", lg: "4px", xl: "6px" },
  headings: {
    fontWeight: "600",
    sizes: { h1: { fontSize: "18px" }, h2: { fontSize: "15px" }, h3: { fontSize: "13px" } },
  },
  components: {
    Button: Button.extend({ defaultProps: { size: "compact-sm", variant: "default", fw: 500 } }),
    ActionIcon: ActionIcon.extend({ defaultProps: { size: "md", variant: "subtle", color: "gray" } }),
    TextInput: TextInput.extend({ defaultProps: { size: "xs" } }),
    Badge: Badge.extend({ defaultProps: { variant: "light", tt: "none", fw: 500, radius: "sm" } }),
    Paper: Paper.extend({ defaultProps: { withBorder: true, shadow: "none" } }),
  },
});
