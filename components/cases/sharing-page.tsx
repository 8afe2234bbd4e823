import { useTranslations } from 'next-intl'
import { GuestsCard } from '@/components/circles/guests-card'
import { Card } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import type { Rights } from '@/lib/cases/file.view'
import type { SharingPart } from '@/lib/cases/file-page.data'
import { byReader } from '@/lib/cases/reader.view'
import type { Sheet } from '@/lib/cases/sheet.data'
import type { Day } from '@/lib/shared/dates'
import { FileFrame, fileHref } from './file-frame'
import { useReaderWords } from './sharing-card'

/** Who can open the file, each with the reason the database has for it. */
export const SharingPage = ({
  sheet,
  sharing,
  rights,
  canInvite,
  today,
}: {
  sheet: Sheet
  sharing: SharingPart
  rights: Rights
  /** The worker and who leads the office let somebody in. */
  canInvite: boolean
  today: Day
}) => {
  const t = useTranslations('cases')
  const words = useReaderWords()
  return (
    <FileFrame sheet={sheet} part="sharing" today={today}>
      <div className="grid max-w-prose gap-4">
        <Card as="section">
          <h2>{t('sharing.title')}</h2>
          <ul className="mt-2 list-disc ps-5">
            {byReader(sharing.readers).map((reader) => (
              <li key={reader.staffId} className="py-1">
                {words(reader)}
              </li>
            ))}
          </ul>
          <p className="mt-2 text-muted">
            {t(`sharing.rule.${sheet.secrecy === 'open' ? 'open' : 'closed'}`)}
          </p>
          <p className="mt-2 text-muted">{t('sharing.opened', { times: sharing.opened })}</p>
          <div className="mt-4 flex flex-wrap gap-3 print:hidden">
            <LinkButton kind="quiet" href={fileHref(sheet, 'history')}>
              {t('history.title')}
            </LinkButton>
            <LinkButton kind="quiet" href={fileHref(sheet, 'consents')}>
              {t('part.consents')}
            </LinkButton>
            {rights.canEdit ? (
              <LinkButton kind="quiet" href={fileHref(sheet, 'summary')}>
                {t('sharing.summary')}
              </LinkButton>
            ) : null}
            {rights.canAssign ? (
              <LinkButton kind="quiet" href={fileHref(sheet, 'reassign')}>
                {t('reassign.title')}
              </LinkButton>
            ) : null}
          </div>
        </Card>
        <GuestsCard
          caseId={sheet.id}
          guests={sharing.guests}
          accounts={sharing.accounts}
          canInvite={canInvite}
        />
      </div>
    </FileFrame>
  )
}
