import type { ReactNode } from 'react'
import type { SIGNS } from './signs'

export type IconName = keyof typeof SIGNS

/**
 * A sign by its name, for what the server draws: an empty element that shows its part of one picture, because a page has fifty, and a
 * path would travel twice each time (docs/adr/0033). A client component names the path itself (drawing.tsx).
 */
export const Icon = ({ name, className }: { name: IconName; className?: string }): ReactNode => (
  <i className={className === undefined ? `sign sign-${name}` : `sign sign-${name} ${className}`} />
)
