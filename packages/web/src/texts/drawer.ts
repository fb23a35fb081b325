/** Words of the drawer beside a page. */
export const drawerTexts = {
  title: "Object",
  close: "Close",
  asPage: "Open as a page",
  edge: "Width of the object: drag, or arrow keys",
} as const;
