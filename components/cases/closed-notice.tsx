import { useLocale, useTranslations } from 'next-intl'
import { Link } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { Time } from '@/components/ui/time'
import type { CaseHeader } from '@/lib/cases/case-header.data'
import { toWords } from '@/lib/cases/word.view'

/** A closed file says so above everything else: no one works on it, and no one is reminded of it. */
export const ClosedNotice = ({ caseHeader, href }: { caseHeader: CaseHeader; href: string }) => {
  const t = useTranslations('cases')
  const labels = toWords(caseHeader.words, useLocale())
  return (
    <Notice kind="info">
      <p>
        {caseHeader.closedOn === null
          ? t('closed.what')
          : t.rich('closed.since', { on: () => <Time at={caseHeader.closedOn ?? ''} /> })}
        {caseHeader.closureReason === null
          ? null
          : ` ${labels.of('closure_reason', caseHeader.closureReason)}. `}{' '}
        <Link href={href} className="text-link underline">
          {t('closed.more')}
        </Link>
      </p>
    </Notice>
  )
}
