import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { isClosed } from '@/lib/cases/case.rules'
import type { CaseHeader } from '@/lib/cases/case-header.data'
import { fileHref } from '@/lib/cases/file-part.view'

const LOOK = 'inline-flex min-h-11 items-center font-semibold text-link underline'

/** What is done with a file as a whole: closed or opened again, and summed up on paper for someone. */
export const FileLinks = ({ caseHeader, canEdit }: { caseHeader: CaseHeader; canEdit: boolean }) => {
  const t = useTranslations('cases')
  return (
    <p className="mt-3 flex flex-wrap gap-x-5 print:hidden">
      <Link className={LOOK} href={fileHref(caseHeader, 'closing')}>
        {t(isClosed(caseHeader.status) ? 'details.reopen' : 'details.close')}
      </Link>
      <Link prefetch={false} className={LOOK} href={fileHref(caseHeader, 'consents')}>
        {t('part.consents')}
      </Link>
      {canEdit ? (
        <Link prefetch={false} className={LOOK} href={fileHref(caseHeader, 'summary')}>
          {t('sharing.summary')}
        </Link>
      ) : null}
      {canEdit ? (
        <Link prefetch={false} className={LOOK} href={fileHref(caseHeader, 'rights')}>
          {t('rightsLink')}
        </Link>
      ) : null}
    </p>
  )
}
