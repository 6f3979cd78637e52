import { expect, it } from "vitest";
import { clockWords, timeWords } from "./clock";

it("writes minutes with 24 hours or with 12", () => {
  const minutes = [0, 5, 510, 719, 720, 900, 1439, 1440];
  expect(minutes.map((each) => timeWords(each, "twenty_four"))).toEqual(
    "00:00 00:05 08:30 11:59 12:00 15:00 23:59 24:00".split(" "),
  );
  expect(minutes.map((each) => timeWords(each, "twelve"))).toEqual(
    "12:00 am,12:05 am,8:30 am,11:59 am,12:00 pm,3:00 pm,11:59 pm,12:00 am".split(","),
  );
});

it("writes a time of the host, and leaves what is none", () => {
  expect(clockWords("15:00", "twelve")).toBe("3:00 pm");
  expect(clockWords("09:05", "twenty_four")).toBe("09:05");
  expect(clockWords("", "twelve")).toBe("");
});
