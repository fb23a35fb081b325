import type { KeyboardEvent } from "react";
import type { Offer } from "./use-completions.ts";

interface QueryKeys {
  /** Nothing stands in the field. */
  empty: boolean;
  /** What is offered now; none where the list is shut. */
  offers: readonly Offer[];
  active: number | undefined;
  onActive: (index: number | undefined) => void;
  onOpen: (what: "offers" | "history") => void;
  onShut: () => void;
  onTake: (offer: Offer) => void;
}

/** Arrows choose, Tab takes the first or the chosen one, Enter the chosen one, Escape shuts the list and then leaves. */
export function queryKeys(keys: QueryKeys): (event: KeyboardEvent<HTMLInputElement>) => void {
  const { empty, offers, active, onActive, onOpen, onShut, onTake } = keys;
  const isOpen = offers.length > 0;
  const choose = (by: number) => {
    if (!isOpen) onOpen(empty ? "history" : "offers");
    else
      onActive(active === undefined ? (by > 0 ? 0 : offers.length - 1) : (active + by + offers.length) % offers.length);
  };
  const take = (index: number | undefined): boolean => {
    const offer = index === undefined ? undefined : offers[index];
    if (offer) onTake(offer);
    return offer !== undefined;
  };
  const act = (key: string): boolean => {
    if (key === "ArrowDown" || key === "ArrowUp") {
      choose(key === "ArrowDown" ? 1 : -1);
      return true;
    }
    if (key === "Tab") return take(active ?? 0);
    return key === "Enter" && take(active);
  };
  return (event) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (event.key === "Escape") {
      // It is not the drawer that is meant.
      event.stopPropagation();
      if (isOpen) onShut();
      else event.currentTarget.blur();
      return;
    }
    if (act(event.key)) event.preventDefault();
  };
}
