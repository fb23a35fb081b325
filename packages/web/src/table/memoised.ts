import { type FunctionComponent, memo } from "react";

/** `memo` for a generic component. Guarantee: it is called as the component is; only equal props are not drawn again. */
export function memoised<Component>(component: Component): Component {
  return memo(component as FunctionComponent) as Component;
}
