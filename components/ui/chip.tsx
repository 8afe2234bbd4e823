import type { ComponentProps, ReactNode } from 'react'
import { classNames } from './class-names'

const KINDS = {
  plain: 'has-checked:border-accent has-checked:bg-accent has-checked:text-accent-ink',
  danger: 'has-checked:border-danger has-checked:bg-danger has-checked:text-danger-ink',
  quiet: 'has-checked:border-ink has-checked:bg-ink has-checked:text-paper',
  unsaid:
    'max-sm:px-2 has-checked:border-transparent has-checked:bg-sunken has-checked:font-normal has-checked:text-muted',
} as const
export type ChipKind = keyof typeof KINDS

/**
 * A choice as a pill: a real checkbox or radio inside its label, so the keyboard, forms and screen readers know it.
 * `danger` is for signals about a person; its sign appears when chosen. `unsaid` is that nothing was answered: it is the quietest of all.
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
  <label className={classNames('chip forced-mark group', KINDS[kind])}>
    <input
      autoComplete="off"
      type={type}
      className="absolute inset-0 m-0 cursor-pointer opacity-0"
      {...input}
    />
    {kind === 'unsaid' ? null : (
      <span aria-hidden="true" className="hidden group-has-checked:inline">
        {kind === 'danger' ? '▲' : '✓'}
      </span>
    )}
    <span>{children}</span>
  </label>
)

/** Chips beside each other, wrapping. */
export const Chips = ({ children }: { children: ReactNode }) => (
  <div className="flex flex-wrap gap-2">{children}</div>
)
