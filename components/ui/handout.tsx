import '@fontsource-variable/noto-sans-arabic/wght.css'
import '@fontsource-variable/noto-sans-ethiopic/wght.css'
import './handout.css'
import type { ReactNode } from 'react'

/** A paper for a person who may read another script and in the other direction; the page around it stays as it is. */
export const Handout = ({
  lang,
  dir,
  children,
}: {
  lang: string
  dir: 'ltr' | 'rtl'
  children: ReactNode
}) => (
  <article lang={lang} dir={dir} className="handout max-w-prose print:max-w-none" data-preview="sheet">
    {children}
  </article>
)

/** Whose paper it is: the organisation, with how it is reached. */
export const OwnFoot = ({ name, contact }: { name: string; contact: string }) => (
  <p dir="auto" data-small className="mt-3 text-sm whitespace-pre-line">
    <b className="font-semibold">{name}</b>
    {contact === '' ? null : `\n${contact}`}
  </p>
)

/** A day in figures, Gregorian, as it can be compared with any calendar. */
export const inFigures = (day: string): string => day.split('-').reverse().join('/')

/** Lines to write on; what is known already stands on its line. */
export const Blanks = ({
  labels,
  known = {},
}: {
  labels: readonly string[]
  known?: Readonly<Record<string, ReactNode>>
}) => (
  <dl className="mt-6 grid grid-cols-[auto_1fr] gap-x-4 border-2 border-edge p-4">
    {labels.map((label) => (
      <div key={label} className="contents">
        <dt className="py-1 font-semibold">{label}</dt>
        <dd className="border-b border-dotted border-edge py-1">
          {known[label] ?? <span aria-hidden="true"> </span>}
        </dd>
      </div>
    ))}
  </dl>
)
