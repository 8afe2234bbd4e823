import Link from 'next/link'
import type { ComponentProps } from 'react'

/**
 * How the pages of a visit link elsewhere, with `useGoTo` (use-go-to.ts) for going there from a script: the only two places that know the
 * router, so that the same form can be drawn where there is none. Never fetched ahead: the audit log holds what was opened.
 */
export const PlainLink = (props: Omit<ComponentProps<typeof Link>, 'prefetch'>) => (
  <Link {...props} prefetch={false} />
)
