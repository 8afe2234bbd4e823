import { useTranslations } from 'next-intl'
import { Link } from '@/components/ui/link'
import { ScrollStrip } from '@/components/ui/scroll-strip'
import { isClosed } from '@/lib/cases/case.rules'
import type { CaseHeader } from '@/lib/cases/case-header.data'
import { type FilePage, type FilePart, fileHref, type partsOf } from '@/lib/cases/file-part.view'

type Parts = ReturnType<typeof partsOf>

const STRIP =
  'relative -ms-2.5 flex overflow-x-auto whitespace-nowrap [scrollbar-width:none] max-sm:pe-11 max-sm:[mask-image:linear-gradient(90deg,#000_88%,transparent)]'
const LINK = 'flex shrink-0 items-center no-underline hover:text-ink focus-visible:-outline-offset-3'

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
    <ScrollStrip label={t('parts')} className={STRIP}>
      {parts.map(({ part, leadsTo, pages, isCurrent }) => {
        const count = countOf(caseHeader, part)
        return (
          <Link
            key={part}
            href={fileHref(caseHeader, leadsTo)}
            {...(isCurrent ? { 'aria-current': isPage(pages) ? ('page' as const) : ('true' as const) } : {})}
            className={`${LINK} min-h-10 gap-1.5 border-b-3 border-transparent px-2.5 text-muted aria-[current]:border-accent aria-[current]:font-semibold aria-[current]:text-ink`}
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

/** The pages of the current part, quieter than the parts; nothing where it has only one. */
export const PageStrip = ({ caseHeader, parts }: { caseHeader: CaseHeader; parts: Parts }) => {
  const t = useTranslations('cases')
  const current = parts.find(({ isCurrent }) => isCurrent)
  if (current === undefined || current.pages.length < 2) return null
  const labelOf = (page: FilePage): string =>
    page === 'closing' && isClosed(caseHeader.status) ? t('reopening') : t(`page.${page}`)
  return (
    <ScrollStrip label={t(`part.${current.part}`)} className={STRIP}>
      {current.pages.map(({ page, isCurrent }) => (
        <Link
          key={page}
          href={fileHref(caseHeader, page)}
          {...(isCurrent ? { 'aria-current': 'page' as const } : {})}
          className={`${LINK} min-h-10 px-2.5 text-sm text-muted aria-[current]:font-semibold aria-[current]:text-ink sm:min-h-8`}
        >
          {labelOf(page)}
        </Link>
      ))}
    </ScrollStrip>
  )
}
