import { options } from "../element";

/* What loan sheets share beyond the common blocks. */

export const PER = options("year 年 Year", "quarter 季 Quarter", "month 月 Month");
