import type { ReactNode } from 'react'
import { classNames } from './class-names'

export type TagKind = 'danger' | 'late' | 'done' | 'sealed' | 'info' | 'plain'

const LOOKS: Readonly<Record<TagKind, { sign: string; className: string }>> = {
  danger: { sign: '▲', className: 'bg-danger-soft text-danger font-semibold' },
  late: { sign: '◷', className: 'bg-late-soft text-late font-semibold' },
  done: { sign: '✓', className: 'bg-done-soft text-done' },
  sealed: { sign: '◆', className: 'bg-sealed-soft text-sealed font-semibold' },
  info: { sign: '◇', className: 'bg-accent-soft text-accent' },
  plain: { sign: '', className: 'bg-sunken text-ink' },
}

/** A state in a word. Red is danger to a person, amber is time, violet sealed, green done; the sign says it again. */
export const Tag = ({ kind = 'plain', children }: { kind?: TagKind; children: ReactNode }) => {
  const { sign, className } = LOOKS[kind]
  return (
    <span className={classNames('tag', className)}>
      {sign === '' ? null : <span aria-hidden="true">{sign}</span>}
      <span>{children}</span>
    </span>
  )
}
