import type { ReactNode } from 'react'
import { buttonClass } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'

/** The form of a new row of a list, behind a button; open it has a ground of its own, and the button is its heading. */
export const NewRow = ({
  label,
  isMain = false,
  isOpen = false,
  children,
}: {
  readonly label: string
  /** Most who come to the page come for it: the one filled button. */
  readonly isMain?: boolean
  /** Where there is nothing yet. */
  readonly isOpen?: boolean
  readonly children: ReactNode
}) => (
  <section aria-label={label} className="print:hidden">
    <details open={isOpen}>
      <summary className={buttonClass(isMain ? 'primary' : 'quiet', isMain ? 'normal' : 'small', 'new-row')}>
        <Icon name="plus" className="size-4 in-[details[open]]:hidden" />
        {label}
      </summary>
      <div className="rounded border border-hair bg-surface px-4 py-4 sm:px-5">{children}</div>
    </details>
  </section>
)
