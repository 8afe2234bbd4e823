import { useTranslations } from 'next-intl'
import { Link } from '@/components/ui/link'
import { ScrollStrip } from '@/components/ui/scroll-strip'
import { isClosed } from '@/lib/cases/case.rules'
import type { CaseHeader } from '@/lib/cases/case-header.data'
import { type FilePage, type FilePart, fileHref, type partsOf } from '@/lib/cases/file-part.view'

type Parts = ReturnType<typeof partsOf>

/** What waits in a part; only what is open has a number. */
const countOf = ({ open }: CaseHeader, part: FilePart): number => {
  if (part === 'procedure') return open.deadlines
  return part === 'todo' ? open.tasks : 0
}

/** Whether the link of a part is the link of the page that is open: the only one of it. */
const isPage = (pages: Parts[number]['pages']): boolean =>
  pages.length === 1 && pages.every(({ isCurrent }) => isCurrent)

/** The six parts of a file on one line. */
export const PartStrip = ({ caseHeader, parts }: { caseHeader: CaseHeader; parts: Parts }) => {
  const t = useTranslations('cases')
  return (
    <ScrollStrip label={t('parts')} className="file-strip">
      {parts.map(({ part, leadsTo, pages, isCurrent }) => {
        const count = countOf(caseHeader, part)
        return (
          <Link
            key={part}
            href={fileHref(caseHeader, leadsTo)}
            {...(isCurrent ? { 'aria-current': isPage(pages) ? ('page' as const) : ('true' as const) } : {})}
            className="file-part"
          >
            {t(`part.${part}`)}{' '}
            {count === 0 ? null : (
              <span className="num text-sm font-normal text-muted">
                <span aria-hidden="true">{count}</span>
                <span className="sr-only">{t('openCount', { count })}</span>
              </span>
            )}
          </Link>
        )
      })}
    </ScrollStrip>
  )
}

/** Parts whose first page says what is on each of the others and leads there: a strip above it would say it twice. */
const LEADS_ON: ReadonlySet<FilePart> = new Set(['person', 'documents', 'access'])

/** The pages of the current part, quieter than the parts; nothing where it has only one, or leads to the others itself. */
export const PageStrip = ({ caseHeader, parts }: { caseHeader: CaseHeader; parts: Parts }) => {
  const t = useTranslations('cases')
  const current = parts.find(({ isCurrent }) => isCurrent)
  if (current === undefined || current.pages.length < 2) return null
  if (LEADS_ON.has(current.part) && current.pages[0]?.isCurrent) return null
  const labelOf = (page: FilePage): string =>
    page === 'closing' && isClosed(caseHeader.status) ? t('reopening') : t(`page.${page}`)
  return (
    <ScrollStrip label={t(`part.${current.part}`)} className="file-strip">
      {current.pages.map(({ page, isCurrent }) => (
        <Link
          key={page}
          href={fileHref(caseHeader, page)}
          {...(isCurrent ? { 'aria-current': 'page' as const } : {})}
          className="file-link text-sm sm:min-h-8"
        >
          {labelOf(page)}
        </Link>
      ))}
    </ScrollStrip>
  )
}
