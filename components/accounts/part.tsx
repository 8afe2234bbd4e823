import type { ReactNode } from 'react'
import { Card } from '@/components/ui/card'
import { classNames } from '@/components/ui/class-names'

type Props = {
  readonly id: string
  readonly title: ReactNode
  readonly className?: string
  readonly children: ReactNode
}

/** A part of a page about accounts: its heading, and what it is about on a card below. */
export const Part = ({ id, title, className, children }: Props) => (
  <section aria-labelledby={id}>
    <h2 id={id}>{title}</h2>
    <Card className={classNames('mt-3', className)}>{children}</Card>
  </section>
)
