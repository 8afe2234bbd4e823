import type { ReactNode } from 'react'

export type FactLine = readonly [head: string, words: ReactNode]

/** Heads with what is to be said of each, beside each other where there is room. */
export const Facts = ({ lines }: { lines: readonly FactLine[] }) => (
  <dl className="mt-3 grid gap-x-4 gap-y-1.5 sm:grid-cols-[minmax(9rem,35%)_1fr]">
    {lines.map(([head, words]) => (
      <div key={head} className="contents">
        <dt className="text-muted">{head}</dt>
        <dd>{words}</dd>
      </div>
    ))}
  </dl>
)
