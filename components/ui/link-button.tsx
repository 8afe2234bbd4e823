import type { ComponentProps } from 'react'
import { buttonClass, type Look } from './button'
import { Link } from './link'

/** A link that looks like a button. */
export const LinkButton = ({ kind, size, className, ...rest }: Look & ComponentProps<typeof Link>) => (
  <Link className={buttonClass(kind, size, className)} {...rest} />
)
