import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Card } from '@/components/ui/card'
import type { CaseHeader } from '@/lib/cases/case-header.data'
import { byReader } from '@/lib/cases/reader.view'
import type { Sharing } from '@/lib/cases/sharing.data'
import { useReaderLabels } from './sharing-card'

type Props = {
  readonly caseHeader: CaseHeader
  readonly sharing: Sharing
  /** Who is named on the file, and who is let into parts of it: another room's cards. */
  readonly circle: ReactNode
}

/** Who can open the file, each with the reason the database has for it. */
export const SharingPage = ({ caseHeader, sharing, circle }: Props) => {
  const t = useTranslations('cases')
  const labels = useReaderLabels()
  return (
    <div className="grid max-w-prose gap-4">
      <Card as="section">
        <h2>{t('sharing.title')}</h2>
        <ul className="mt-2 list-disc ps-5">
          {byReader(sharing.readers).map((reader) => (
            <li key={reader.staffId} className="py-1">
              {labels(reader)}
            </li>
          ))}
        </ul>
        <p className="mt-2 text-muted">
          {t(`sharing.rule.${caseHeader.secrecy === 'open' ? 'open' : 'closed'}`)}
        </p>
        <p className="mt-2 text-muted">{t('sharing.opened', { times: sharing.opened })}</p>
      </Card>
      {circle}
    </div>
  )
}
