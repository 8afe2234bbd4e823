import type { ReactNode } from 'react'
import { Fold } from '@/components/ui/fold'

/** A part of the procedure of which nothing is recorded: its form after one press. */
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
    {...(id === undefined ? {} : { id })}
    aria-label={title}
    className="min-w-0 has-[>details[open]]:basis-full print:hidden"
  >
    <Fold label={label}>{children}</Fold>
  </section>
)
