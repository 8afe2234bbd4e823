import type { ReactNode } from 'react'

const DRAWINGS = {
  today: <path d="M4 6h16v14H4zM4 10h16M8 3v4M16 3v4" />,
  caseload: <path d="M4 5h16M4 12h16M4 19h10" />,
  people: <path d="M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4 21c0-4 3.5-6.5 8-6.5s8 2.5 8 6.5" />,
  visits: <path d="M5 21V4h9v17M14 8h5v13M3 21h18M9 12h.01" />,
  country: (
    <path d="M12 6.5c-2-1.5-5-2-8.5-2v14c3.5 0 6.5.5 8.5 2 2-1.5 5-2 8.5-2v-14c-3.5 0-6.5.5-8.5 2ZM12 6.5v14" />
  ),
  review: <path d="M3 13l4 4L16 7M12 15.5l1.5 1.5L22 7" />,
  handover: <path d="M4 8h15M15.5 4.5L19 8l-3.5 3.5M20 16H5M8.5 12.5L5 16l3.5 3.5" />,
  workload: <path d="M5 4v16M5 7h13M5 12h8M5 17h11" />,
  duplicates: <path d="M4 4h11v11H4zM9 15v5h11V9h-5" />,
  upload: <path d="M12 16V4M7.5 8.5L12 4l4.5 4.5M4 20h16" />,
  list: <path d="M9 6h11M9 12h11M9 18h11M4 6h.01M4 12h.01M4 18h.01" />,
  settings: <path d="M4 7h9M17 7h3M4 17h3M11 17h9M15 4.5v5M9 14.5v5" />,
  search: <path d="M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM15.5 15.5L20 20" />,
  menu: <path d="M4 7h16M4 12h16M4 17h16" />,
  statistics: <path d="M5 20v-7M12 20V5M19 20v-11M3 20h18" />,
  accounts: (
    <path d="M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM2.5 20c0-3.5 3-5.5 6.5-5.5M17 13v7M13.5 16.5h7" />
  ),
  me: (
    <path d="M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 13a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM6.5 18.5c1-2.5 3-3.5 5.5-3.5s4.5 1 5.5 3.5" />
  ),
  bell: <path d="M6 16v-5a6 6 0 0 1 12 0v5l1.5 2h-15L6 16ZM10 20.5h4" />,
  plus: <path d="M12 5v14M5 12h14" />,
  pen: <path d="M4 20l1-5L16 4l4 4L9 19l-5 1Z" />,
  more: <path strokeWidth="3.5" d="M5 12h.01M12 12h.01M19 12h.01" />,
  phone: (
    <path d="M6 3h3l2 5-2.5 2a12 12 0 0 0 5.5 5.5l2-2.5 5 2v3c0 1.5-1 2-2 2C11 20 4 13 4 5c0-1 .5-2 2-2Z" />
  ),
  down: <path d="M6 9l6 6 6-6" />,
  forward: <path d="M9 6l6 6-6 6" />,
  back: <path d="M15 6l-6 6 6 6" />,
  close: <path d="M6 6l12 12M18 6L6 18" />,
  danger: <path d="M12 4L21.5 20h-19L12 4ZM12 10v4M12 17h.01" />,
  clock: <path d="M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 7v5l3 2" />,
  done: <path d="M5 12.5l4.5 4.5L19 7.5" />,
  lock: <path d="M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3" />,
  hide: <path d="M3 12c2-4 5-6 9-6s7 2 9 6c-2 4-5 6-9 6s-7-2-9-6ZM4 20L20 4" />,
  help: (
    <path d="M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM9.5 9.5a2.5 2.5 0 1 1 3.6 2.2c-.7.4-1.1.9-1.1 1.8M12 16.5h.01" />
  ),
  info: <path d="M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 11v5M12 8h.01" />,
} as const
export type IconName = keyof typeof DRAWINGS

/** A sign beside a word; it is never the only bearer of a meaning, so assistive technology does not hear it. */
export const Icon = ({ name, className }: { name: IconName; className?: string }): ReactNode => (
  <svg
    viewBox="0 0 24 24"
    width="20"
    height="20"
    fill="none"
    stroke="currentColor"
    strokeWidth="2"
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
    focusable="false"
    className={className ?? 'size-5 shrink-0'}
  >
    {DRAWINGS[name]}
  </svg>
)
