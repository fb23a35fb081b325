import type { EventRow } from "@kubin/schema";
import { cleanup, render } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { NarrowCells } from "../../table/narrow-cells.tsx";
import { eventColumns } from "./event-columns.tsx";

const event: EventRow = {
  namespace: "shop",
  name: "web-1.17a",
  type: "Warning",
  reason: "BackOff",
  message: "Back-off restarting failed container",
  count: 1,
  about: { group: "", kind: "Pod", namespace: "shop", name: "web-1" },
  source: "kubelet",
};

afterEach(cleanup);

/** The two lines of an event on a phone. */
function linesOf(row: EventRow): string[] {
  // Ages need an open snapshot.
  const columns = eventColumns([], vi.fn()).filter(({ key }) => key !== "about" && key !== "last");
  const { container } = render(
    <table>
      <tbody>
        <tr>
          <NarrowCells columns={columns} row={row} />
        </tr>
      </tbody>
    </table>,
  );
  return [...container.querySelectorAll("td")].map((cell) => cell.textContent.trim());
}

it("an event on a phone: how often it was seen at the end of the first line, its namespace before the message", () => {
  expect(linesOf({ ...event, count: 1200 })).toEqual(["WarningBackOff×1,200", `shop${event.message}`]);
  expect(linesOf(event)).toEqual(["WarningBackOff", `shop${event.message}`]);
});
