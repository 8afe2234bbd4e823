import type { ComponentProps } from 'react'
import { classNames } from './class-names'

export type ButtonKind = 'primary' | 'quiet' | 'danger' | 'plain'
export type ButtonSize = 'normal' | 'small'

// Looks by name (globals.css): a page has dozens of them, and each would travel twice.
const KINDS: Readonly<Record<ButtonKind, string>> = {
  primary: 'press-primary',
  quiet: 'press-quiet',
  danger: 'press-danger',
  plain: 'press-plain',
}
const SIZES: Readonly<Record<ButtonSize, string>> = { normal: 'press-normal', small: 'press-small' }

/** The look of everything that is pressed, for links and buttons alike; on paper nothing can be. */
export const buttonClass = (
  kind: ButtonKind = 'primary',
  size: ButtonSize = 'normal',
  more?: string,
): string => classNames('press', KINDS[kind], SIZES[size], more)

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
