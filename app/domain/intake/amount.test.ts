import { expect, test } from "vitest";
import { fenOfYuan } from "./amount";

test.each([
  ["9360", 936_000],
  ["9360.5", 936_050],
  ["9,360.50 元", 936_050],
  ["￥9，360.50", 936_050],
  ["９３６０．５０", 936_050],
  ["0", 0],
  ["100.500", 10_050],
  ["0.29", 29],
  ["999999999999.99", 99_999_999_999_999],
])("%s is %d fen", (text, fen) => {
  expect(fenOfYuan(text)).toEqual({ fen });
});

test.each([
  ["九千元", "amountNotNumber"],
  ["10万", "amountNotNumber"],
  ["1e5", "amountNotNumber"],
  [".", "amountNotNumber"],
  ["-", "amountNotNumber"],
  ["", "amountNotNumber"],
  ["1.2.3", "amountNotNumber"],
  ["9360.505", "amountTooFine"],
  ["-9360", "amountNegative"],
  ["－9360.50元", "amountNegative"],
  ["−1", "amountNegative"],
  ["1000000000000", "amountTooLarge"],
])("%s is no amount: %s", (text, fault) => {
  expect(fenOfYuan(text)).toEqual({ fault });
});
