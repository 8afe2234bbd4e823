import type { ReactNode } from 'react'
import { Fold } from '@/components/ui/fold'

/** A part of the procedure of which nothing is recorded: its name, and its form after one press. */
export const EmptyRegister = ({
  id,
  title,
  label,
  children,
}: {
  id?: string
  title: string
  /** Of the form of a first row. */
  label: string
  children: ReactNode
}) => (
  <section
    aria-label={title}
    className="flex flex-wrap items-center gap-x-4 border-b border-hair last:border-b-0 max-sm:pt-1.5 print:hidden"
  >
    <h4 {...(id === undefined ? {} : { id })} className="font-sans text-base font-normal sm:w-56">
      {title}
    </h4>
    <Fold label={label}>{children}</Fold>
  </section>
)
