import { expect, it } from "vitest";
import { dotsOf } from "./sizes";

it("draws as finely as the screen shows, in an engine whose ratio leaves out the page's zoom as well", () => {
  const [webkit, chromium] = [
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/605.1.15 Version/18.0 Safari/605.1.15",
    "Mozilla/5.0 AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0",
  ];
  expect(dotsOf(1, 2, webkit)).toBe(2);
  expect(dotsOf(2, 1.5, webkit)).toBe(3);
  expect(dotsOf(2, 2, chromium)).toBe(2);
  expect(dotsOf(0, 1, webkit)).toBe(1);
});
