/** What the parser process does with files: one answer that is JSON, and parts that are bytes. */
export type Job = (
  files: readonly Buffer[],
  options: Readonly<Record<string, unknown>>,
) => Promise<{ readonly answer: object; readonly parts: readonly Uint8Array[] }>
