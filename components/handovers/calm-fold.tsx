import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'

/** So few files need no fold. */
const FEW = 6

/** Files without danger under one line, so that those in danger are what one sees; on paper all of them. */
export const CalmFold = ({ count, children }: { count: number; children: ReactNode }) => {
  const t = useTranslations('handovers')
  if (count === 0) return null
  return (
    <details data-print="open" open={count <= FEW} className="min-w-0">
      <summary className="flex min-h-11 items-center">
        <h3>{t('calmFiles', { count })}</h3>
      </summary>
      {children}
    </details>
  )
}
