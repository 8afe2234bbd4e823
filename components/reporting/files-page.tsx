import { useLocale, useTranslations } from 'next-intl'
import { Who } from '@/components/cases/who'
import { BackLink } from '@/components/layout/back-link'
import { FileLink } from '@/components/layout/file-link'
import { PageTitle } from '@/components/layout/page-title'
import { EmptyState } from '@/components/ui/empty-state'
import { formatTime } from '@/components/ui/time'
import type { FilesPageData } from '@/lib/reporting/files.data'
import { toSearch } from '@/lib/reporting/question.rules'
import { periodOf } from '@/lib/reporting/table.view'
import { toWording } from '@/lib/reporting/wording.view'

/** The files behind a number, as far as the reader may open them. */
export const FilesPage = ({
  data: { question, column, row, files, isCut, people, names },
}: {
  data: FilesPageData
}) => {
  const t = useTranslations('reporting')
  const locale = useLocale()
  const wording = toWording(names, locale, t)
  const what = column === undefined ? '' : wording.column(column)
  const period = periodOf(question, (day) => formatTime(locale, day, 'day'), t)
  return (
    <div className="grid max-w-3xl gap-4">
      <div className="-mb-4">
        <BackLink href={`/reports?${toSearch({ ...question, only: [] })}`}>{t('title')}</BackLink>
        <PageTitle title={t('files.title')}>
          {row === null
            ? t('files.of', { what, period })
            : t('files.ofRow', { what, period, value: wording.only(row) })}
        </PageTitle>
      </div>
      {files.length === 0 ? (
        <EmptyState title={t('files.none')}>{t('files.noneText')}</EmptyState>
      ) : (
        <ul>
          {files.map(({ id, code }) => (
            <li key={id} className="flex flex-wrap items-baseline gap-x-4 border-b border-hair py-1">
              <FileLink id={id} code={code} />
              <span>
                <Who names={people.get(id)} />
              </span>
            </li>
          ))}
        </ul>
      )}
      <p className="text-sm text-muted">{isCut ? t('files.cut') : t('files.yours')}</p>
    </div>
  )
}
