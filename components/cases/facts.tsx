import type { ReactNode } from 'react'

/** What is known, name by name; what is null is left out. */
export const Facts = ({ facts }: { facts: readonly (readonly [string, ReactNode])[] }) => (
  <dl className="grid grid-cols-[minmax(6rem,30%)_minmax(0,1fr)] gap-x-4 gap-y-1 text-dense">
    {facts.map(([name, value]) =>
      value === null ? null : (
        <div key={name} className="contents">
          <dt className="text-muted">{name}</dt>
          <dd className="min-w-0">{value}</dd>
        </div>
      ),
    )}
  </dl>
)
