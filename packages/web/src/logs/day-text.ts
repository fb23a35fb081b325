const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** `23 Nov` of a time in ISO 8601; "" where the line has none. */
export function dayText(at: string | undefined): string {
  const day = /^\d{4}-(\d\d)-(\d\d)T/.exec(at ?? "");
  return day ? `${Number(day[2])} ${months[Number(day[1]) - 1] ?? ""}` : "";
}
