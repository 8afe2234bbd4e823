import type { ComponentProps, ReactNode } from 'react'

export type ChipKind = 'plain' | 'danger' | 'quiet' | 'unsaid'

/**
 * A choice as a pill: a real checkbox or radio inside its label, so the keyboard, forms and screen readers know it.
 * `danger` is for signals about a person; its sign appears when chosen. `unsaid` is that nothing was answered: on
 * a phone it is narrower, so that it is on one line with three answers.
 */
export const Chip = ({
  type = 'checkbox',
  kind = 'plain',
  children,
  ...input
}: { type?: 'checkbox' | 'radio'; kind?: ChipKind; children: ReactNode } & Omit<
  ComponentProps<'input'>,
  'type' | 'children' | 'className'
>) => (
  <label className={`chip chip-${kind} forced-mark`}>
    <input autoComplete="off" type={type} {...input} />
    <span aria-hidden="true">{kind === 'danger' ? '▲' : '✓'}</span>
    <span>{children}</span>
  </label>
)

/** Chips beside each other, wrapping. */
export const Chips = ({ children }: { children: ReactNode }) => (
  <div className="flex flex-wrap gap-2">{children}</div>
)
