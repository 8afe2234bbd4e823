import type { ReactNode } from 'react'

/** What is known, name by name; what is null is left out. */
export const Facts = ({ facts }: { facts: readonly (readonly [string, ReactNode])[] }) => (
  <dl className="mt-3 grid gap-x-4 gap-y-2 sm:grid-cols-[minmax(7rem,30%)_1fr]">
    {facts.map(([name, value]) =>
      value === null ? null : (
        <div key={name} className="contents">
          <dt className="text-muted max-sm:mt-1">{name}</dt>
          <dd className="min-w-0">{value}</dd>
        </div>
      ),
    )}
  </dl>
)

/** A form that is opened when it is needed. */
export const Fold = ({ label, children }: { label: string; children: ReactNode }) => (
  <details className="mt-3 print:hidden">
    <summary className="inline-flex min-h-11 items-center font-semibold text-link underline">{label}</summary>
    <div className="pt-2">{children}</div>
  </details>
)
