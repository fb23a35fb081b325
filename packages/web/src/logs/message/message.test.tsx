import { parseQuery } from "@kubin/logs";
import { MantineProvider } from "@mantine/core";
import { cleanup, render } from "@testing-library/react";
import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { plainText } from "../../plain/plain-text.ts";
import { LogMessage } from "../log-message.tsx";
import { ansiPieces } from "./ansi-pieces.ts";
import { hitRanges, hitTerms } from "./hit-terms.ts";
import { jsonLine } from "./json-line.ts";
import { type LogLook, LogLookContext } from "./log-look.ts";

const evil = '<img src=x onerror="window.hacked=1">';

afterEach(cleanup);

function show(text: string, look: Partial<LogLook> = {}) {
  const whole = { json: true, colours: true, terms: [], ...look };
  return render(
    <MantineProvider env="test">
      <LogLookContext value={whole}>
        <div data-testid="message">
          <LogMessage text={text} />
        </div>
      </LogLookContext>
    </MantineProvider>,
  ).getByTestId("message");
}

describe("colours of terminals", () => {
  it("become names of the theme, and no other sequence is left", () => {
    const shown = show("\u001b[1;31mERROR\u001b[0m \u001b[2K\u001b]0;title\u0007done \u001b[38;5;2mok\u001b[39m");
    expect(shown.textContent).toBe("ERROR done ok");
    const red = shown.querySelector("[data-colour=red]");
    expect(red?.textContent).toBe("ERROR");
    expect(red?.getAttribute("data-bold")).toBe("true");
    expect(shown.querySelector("[data-colour=green]")?.textContent).toBe("ok");
  });

  it("never lose or add text", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."\u001b[]0;13m8:<a ") }), (text) => {
        const pieces = ansiPieces(text).map((piece) => piece.text);
        const left = text.replace(/\p{Cc}\[[\d;:]*m/gu, "");
        expect(pieces.join("")).toBe(left);
      }),
    );
  });
});

describe("JSON", () => {
  it("is read as message and quiet fields, inert", () => {
    const shown = show(JSON.stringify({ ts: 1, level: "error", msg: `no ${evil}`, [evil]: evil, big: { a: [1] } }));
    expect(shown.textContent).toBe(`no ${evil} ${evil}=${evil} big={"a":[1]}`);
    expect(shown.querySelector("img")).toBeNull();
  });

  it("is shown as it stands where that was chosen, or where it is none", () => {
    expect(show('{"msg":"a"}', { json: false }).textContent).toBe('{"msg":"a"}');
    cleanup();
    expect(show('{"msg":').textContent).toBe('{"msg":');
  });

  it("gives back every field of any object", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ minLength: 1 }), fc.string(), { minKeys: 1 }), (object) => {
        const read = jsonLine(JSON.stringify(object));
        expect(Object.fromEntries((read?.fields ?? []).map(({ name, value }) => [name, value]))).toEqual({ ...object });
      }),
    );
  });
});

describe("hits", () => {
  const terms = hitTerms(parseQuery('refused "con" -healthz level:error'));

  it("are words by themselves and phrases anywhere, not what is excluded", () => {
    const text = "Refused connection, not refusedly: healthz";
    const found = hitRanges(text, terms).map(({ from, to }) => text.slice(from, to));
    expect(found).toEqual(["Refused", "con"]);
  });

  it("are marked across colours, in inert text", () => {
    const shown = show(`\u001b[31mre\u001b[0mfused ${evil}`, { terms });
    expect([...shown.querySelectorAll("mark")].map((mark) => mark.textContent)).toEqual(["re", "fused"]);
    expect(shown.textContent).toBe(`refused ${evil}`);
    expect(shown.querySelector("img")).toBeNull();
  });

  it("hold for any query and any line", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string({ unit: "binary" }), (term, line) => {
        // As it is shown: what is looked for may itself hold characters that are named or taken out.
        const looked = plainText(term);
        fc.pre(looked !== "");
        const ranges = hitRanges(`${plainText(line)}${looked}`, [{ text: looked, whole: false }]);
        expect(ranges.length).toBeGreaterThan(0);
      }),
    );
  });
});
