import { useTranslations } from 'next-intl'
import { RowLink } from '@/components/ui/text-link'
import type { CaseHeader } from '@/lib/cases/case-header.data'
import type { Rights } from '@/lib/cases/file.view'
import { type FilePage, fileHref } from '@/lib/cases/file-part.view'

/** What is written on paper elsewhere in the file, for those who may write it. */
export const PaperLinks = ({ caseHeader, rights }: { caseHeader: CaseHeader; rights: Rights }) => {
  const t = useTranslations('cases')
  const pages: readonly FilePage[] = [
    ...(rights.canEdit ? (['letters', 'summary'] as const) : []),
    'referrals',
    'consents',
  ]
  return (
    <section aria-labelledby="paper-links" data-file-page className="print:hidden">
      <h2 id="paper-links" className="border-b border-edge pb-1 font-serif text-h3 font-semibold">
        {t('paperLinks')}
      </h2>
      <ul className="text-sm">
        {pages.map((page) => (
          <li key={page} className="border-b border-hair">
            <RowLink href={fileHref(caseHeader, page)}>{t(`page.${page}`)}</RowLink>
          </li>
        ))}
      </ul>
    </section>
  )
}
