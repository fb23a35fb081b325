import type { ReactNode, Ref } from "react";

interface ScrollRegionProps {
  children: ReactNode;
  className?: string | undefined;
  label?: string;
  /** Under this name the router remembers how far it was scrolled. */
  remembered?: string;
  ref?: Ref<HTMLElement>;
}

/** A part of a page that scrolls by itself, by pointer and by keyboard. */
export function ScrollRegion({ children, className, label, remembered, ref }: ScrollRegionProps) {
  return (
    <section
      {...(ref && { ref })}
      {...(label !== undefined && { "aria-label": label })}
      className={className}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
      tabIndex={0}
      data-scroll-restoration-id={remembered}
    >
      {children}
    </section>
  );
}
