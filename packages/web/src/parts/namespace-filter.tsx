import { Button, Popover } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { useState } from "react";
import { namespacesOf } from "../place/namespaces-of.ts";
import { useSearch } from "../place/use-search.ts";
import { filterTexts } from "../texts/filters.ts";
import { NamespaceChoices } from "./namespace-choices.tsx";

/** Chooses namespaces into `?ns=`; none chosen means all. */
export function NamespaceFilter() {
  const [search, change] = useSearch();
  const [open, setOpen] = useState(false);
  const chosen = namespacesOf(search) ?? [];
  const name =
    chosen.length === 0
      ? filterTexts.allNamespaces
      : chosen.length === 1
        ? chosen[0]
        : filterTexts.someNamespaces(chosen.length);
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" width={280} trapFocus shadow="sm">
      <Popover.Target>
        <Button
          h={30}
          fw={chosen.length > 0 ? 600 : 400}
          rightSection={<IconChevronDown size={14} aria-hidden />}
          onClick={() => setOpen(!open)}
        >
          {name}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p="xs" aria-label={filterTexts.namespaces}>
        <NamespaceChoices chosen={chosen} onChange={(names) => change({ ns: names.join(",") })} />
      </Popover.Dropdown>
    </Popover>
  );
}
