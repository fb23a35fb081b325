/** The keyboard help: key, what it does. */
export const keyTexts = {
  title: "Keyboard",
  close: "Close",
  keys: [
    ["/", "go to the filter or query"],
    ["j  ↓", "next row"],
    ["k  ↑", "row before"],
    ["Enter", "open the row"],
    ["l", "logs of the row or object"],
    ["y", "YAML of the row or object"],
    ["d", "describe the object"],
    ["o  J", "go to the object's owner"],
    ["u", "who uses the object"],
    ["n", "node of the pod"],
    ["Esc", "back: out of a filter, out of an object"],
    ["?", "this help"],
  ],
} as const;
