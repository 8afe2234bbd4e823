import Link from 'next/link'
import type { ComponentProps } from 'react'
import { buttonClass, type Look } from './button'

/** A link that looks like a button. Not prefetched: the audit log holds what was opened, not what was near the mouse. */
export const LinkButton = ({ kind, size, className, ...rest }: Look & ComponentProps<typeof Link>) => (
  <Link prefetch={false} className={buttonClass(kind, size, className)} {...rest} />
)
