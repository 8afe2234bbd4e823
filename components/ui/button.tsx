import type { ComponentProps } from 'react'
import { classNames } from './class-names'

export type ButtonKind = 'primary' | 'quiet' | 'danger' | 'plain'
export type ButtonSize = 'normal' | 'small'

const KINDS: Readonly<Record<ButtonKind, string>> = {
  primary: 'border-accent bg-accent text-accent-ink hover:bg-accent-strong hover:border-accent-strong',
  quiet: 'border-accent-edge bg-transparent text-accent hover:bg-accent-soft hover:border-accent',
  danger: 'border-danger bg-danger text-danger-ink',
  plain: 'border-transparent bg-transparent text-link underline underline-offset-4 hover:decoration-2',
}
const SIZES: Readonly<Record<ButtonSize, string>> = {
  normal: 'min-h-11 px-4 py-2 text-base',
  small: 'min-h-11 px-3 py-1 text-sm sm:min-h-8',
}

/** The look of everything that is pressed, for links and buttons alike; on paper nothing can be. */
export const buttonClass = (
  kind: ButtonKind = 'primary',
  size: ButtonSize = 'normal',
  more?: string,
): string =>
  classNames(
    'inline-flex items-center justify-center gap-2 rounded border font-semibold no-underline',
    'transition-colors duration-100 aria-disabled:opacity-70 print:hidden',
    KINDS[kind],
    SIZES[size],
    more,
  )

/** How something that is pressed may look. */
export type Look = { kind?: ButtonKind; size?: ButtonSize; className?: string }

/** A button; `type` is "button" unless said otherwise. */
export const Button = ({
  kind,
  size,
  className,
  type = 'button',
  ...rest
}: Look & ComponentProps<'button'>) => (
  <button type={type} className={buttonClass(kind, size, className)} {...rest} />
)
