import type { ReactNode } from 'react'

// What client components draw: each takes the paths it names, where Icon would bring all of them to the browser.
export const CLOSE = 'M6 6l12 12M18 6L6 18'
export const DOWN = 'M6 9l6 6 6-6'
export const FORWARD = 'M9 6l6 6-6 6'
export const BACK = 'M15 6l-6 6 6 6'
export const INFO = 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 11v5M12 8h.01'
export const DONE = 'M5 12.5l4.5 4.5L19 7.5'
export const CLOCK = 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 7v5l3 2'
export const DANGER = 'M12 4L21.5 20h-19L12 4ZM12 10v4M12 17h.01'
export const SEARCH = 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM15.5 15.5L20 20'

/** A sign beside a word; it is never the only bearer of a meaning, so assistive technology does not hear it. */
export const Drawing = ({ path, className }: { path: string; className?: string }): ReactNode => (
  <svg viewBox="0 0 24 24" aria-hidden="true" className={`drawing ${className ?? 'size-5 shrink-0'}`}>
    <path d={path} />
  </svg>
)
