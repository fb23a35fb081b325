import { cleanup, render } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { Marked } from "./marked.tsx";

const hash = "3f9a0123456789abcdef";

afterEach(cleanup);

it("keeps the whole mark in the page's text, and names its rule", () => {
  const text = `a ‹redacted:aws-key:${hash}› b ‹redacted:secret:${hash}:916 bytes› c ‹redacted:secret:9 bytes› d`;
  const { container } = render(<Marked text={text} />);
  expect(container.textContent).toBe(text);
  const marks = [...container.querySelectorAll("span[title]")].map((mark) => mark.getAttribute("title"));
  expect(marks).toHaveLength(3);
  expect(marks[0]).toContain("aws-key");
});

it("leaves other text as it is, but inert", () => {
  const { container } = render(<Marked text={"‹redacted:NOT A RULE› \u001b[31mred"} />);
  expect(container.textContent).toBe("‹redacted:NOT A RULE› red");
  expect(container.querySelector("span")).toBeNull();
});
