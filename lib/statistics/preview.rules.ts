/** Different questions that an admin may look at in an hour: enough for a report, too few for a machine that asks everything. */
export const previewsAnHour = 60

const hour = 3_600_000

/** When each question was looked at first, in milliseconds. */
export type Looked = ReadonlyMap<string, number>

/** What was looked at in the last hour, with this question; null when it would be one too many. The same again is free. */
export function look(before: Looked, question: string, now: number): Looked | null {
  const recent = new Map([...before].filter(([, at]) => now - at < hour))
  if (recent.has(question)) return recent
  return recent.size < previewsAnHour ? recent.set(question, now) : null
}
