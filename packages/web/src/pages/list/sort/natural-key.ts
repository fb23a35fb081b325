/** A text whose plain order is the natural one: web-2 before web-10, any case. */
export function naturalKey(text: string): string {
  // The length of a number leads it: a longer one is greater. Leading zeros do not count.
  return text.toLowerCase().replaceAll(/\d+/g, (digits) => {
    const number = digits.replace(/^0+(?=\d)/, "");
    return String.fromCharCode(48 + Math.min(number.length, 60)) + number;
  });
}
