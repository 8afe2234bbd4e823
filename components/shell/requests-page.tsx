import { useLocale, useTranslations } from 'next-intl'
import type { Listed } from '@/components/layout/menu'
import { usePageName } from '@/components/layout/page-name'
import { Link } from '@/components/ui/link'
import { LinkButton } from '@/components/ui/link-button'
import { Time } from '@/components/ui/time'
import { toWantedCode } from '@/lib/statistics/request.rules'
import type { Requests } from '@/lib/statistics/request-desk.data'
import { toTitle } from '@/lib/statistics/title.view'
import { DirectoryPage } from './directory-page'

/** What waits for a second admin, by whom and since when; then the pages of requests. */
export const RequestsPage = ({
  pages,
  requests: { requests, names },
}: {
  pages: readonly Listed[]
  requests: Requests
}) => {
  const t = useTranslations('statistics')
  const locale = useLocale()
  const nameOf = usePageName()
  const beginning = pages.find(({ key }) => key === 'newExport')
  const waiting = requests.filter(({ state }) => state === 'asked')
  return (
    <DirectoryPage
      of="requests"
      pages={pages.filter(({ key }) => key !== 'newExport')}
      heading={t('request.waiting', { count: waiting.length })}
    >
      {beginning === undefined ? null : (
        <p className="mb-5 print:hidden">
          <LinkButton href={beginning.href}>{nameOf('newExport')}</LinkButton>
        </p>
      )}
      {waiting.length === 0 ? null : (
        <ul className="mb-8 border-t border-edge">
          {waiting.map(({ id, wanted, recipient, askedBy, askedAt }) => (
            <li key={id} className="border-b border-hair">
              <Link
                href={`/statistics/requests/${id}`}
                className="grid min-h-12 content-center py-1.5 no-underline hover:bg-sunken"
              >
                <span className="font-semibold">
                  {toTitle(toWantedCode(wanted), t, locale, (_, node) => node)} · {recipient}
                </span>
                <span className="text-sm text-muted">
                  {t('request.askedBy', { name: names.get(askedBy) ?? '–' })} <Time at={askedAt} />
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </DirectoryPage>
  )
}
