import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Icon } from '@/components/ui/icon'

/** Who wrote a row, and what one does rarely with it: behind a sign at the end of its first line (`tooled-row`). On paper it is open. */
export const RowTools = ({
  of,
  isOpen = false,
  children,
}: {
  /** What it belongs to, for those who do not see the page. */
  of: string
  isOpen?: boolean
  children: ReactNode
}) => {
  const t = useTranslations('forms')
  return (
    <details className="row-tools" data-print="open" open={isOpen}>
      <summary>
        <Icon name="more" className="size-4.5" />
        <span className="sr-only">
          {t('rowTools')}: {of}
        </span>
      </summary>
      <div>{children}</div>
    </details>
  )
}
