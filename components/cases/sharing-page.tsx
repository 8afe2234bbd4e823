import { useTranslations } from 'next-intl'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Time } from '@/components/ui/time'
import type { Rights } from '@/lib/cases/file.view'
import type { Sharing } from '@/lib/cases/sharing.data'
import type { Sheet } from '@/lib/cases/sheet.data'
import type { Day } from '@/lib/shared/dates'
import { FileFrame, fileHref } from './file-frame'
import { useWhoCanSee } from './sharing-card'

/** Who can open the file and why, and who did this month. */
export const SharingPage = ({
  sheet,
  sharing,
  rights,
  today,
}: {
  sheet: Sheet
  sharing: Sharing
  rights: Rights
  today: Day
}) => {
  const t = useTranslations('cases')
  const who = useWhoCanSee()(sharing)
  return (
    <FileFrame sheet={sheet} part="sharing" today={today}>
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <Card as="section">
          <h2>{t('sharing.title')}</h2>
          <ul className="mt-2 list-disc ps-5">
            {who.map((line) => (
              <li key={line} className="py-1">
                {line}
              </li>
            ))}
          </ul>
          <p className="mt-2 text-muted">
            {t(`sharing.rule.${sheet.secrecy === 'open' ? 'open' : 'closed'}`)}
          </p>
          {rights.canAssign ? (
            <div className="mt-4 print:hidden">
              <LinkButton kind="quiet" href={fileHref(sheet, 'reassign')}>
                {t('reassign.title')}
              </LinkButton>
            </div>
          ) : null}
        </Card>
        <Card as="section">
          <h2>{t('sharing.openings')}</h2>
          <p className="mt-1 text-muted">{t('sharing.opened', { times: sharing.opened })}</p>
          <ul className="mt-2">
            {sharing.openings.map(({ name, at }) => (
              <li
                key={at.toISOString()}
                className="flex flex-wrap justify-between gap-x-4 border-t border-hair py-1.5 first:border-t-0"
              >
                <span>{name}</span>
                <span className="text-muted">
                  <Time at={at} style="moment" />
                </span>
              </li>
            ))}
          </ul>
        </Card>
      </div>
    </FileFrame>
  )
}
