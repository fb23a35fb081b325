import { ActionIcon, useComputedColorScheme, useMantineColorScheme } from "@mantine/core";
import { IconMoon, IconSun } from "@tabler/icons-react";
import { frameTexts } from "../texts/frame.ts";

/** Light or dark; at first as the system has it. */
export function ThemeSwitch() {
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme("light");
  const dark = scheme === "dark";
  const name = dark ? frameTexts.toLight : frameTexts.toDark;
  return (
    <ActionIcon aria-label={name} title={name} onClick={() => setColorScheme(dark ? "light" : "dark")}>
      {dark ? <IconSun size={17} aria-hidden /> : <IconMoon size={17} aria-hidden />}
    </ActionIcon>
  );
}
