import type { ReactNode } from 'react'
import { classNames } from './class-names'

export type TagKind = 'danger' | 'late' | 'done' | 'sealed' | 'info' | 'plain'

/** Said beside the colour, so that no one has to see it. */
export const SIGNS: Readonly<Record<TagKind, string>> = {
  danger: '▲',
  late: '◷',
  done: '✓',
  sealed: '◆',
  info: '◇',
  plain: '',
}
const LOOKS: Readonly<Record<TagKind, string>> = {
  danger: 'bg-danger-soft text-danger font-semibold',
  late: 'bg-late-soft text-late font-semibold',
  done: 'bg-done-soft text-done',
  sealed: 'bg-sealed-soft text-sealed font-semibold',
  info: 'bg-accent-soft text-accent',
  plain: 'bg-sunken text-ink',
}

/** A state in a word. Red is danger to a person, amber is time, violet sealed, green done; the sign says it again. */
export const Tag = ({ kind = 'plain', children }: { kind?: TagKind; children: ReactNode }) => {
  const sign = SIGNS[kind]
  return (
    <span className={classNames('tag', LOOKS[kind])}>
      {sign === '' ? null : <span aria-hidden="true">{sign}</span>}
      <span>{children}</span>
    </span>
  )
}
