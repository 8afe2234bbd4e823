import { useLocale, useTranslations } from 'next-intl'
import { BackLink } from '@/components/layout/back-link'
import { PageTitle } from '@/components/layout/page-title'
import { PrintButton } from '@/components/ui/print-button'
import { formatTime } from '@/components/ui/time'
import { isSecretKind } from '@/lib/cases/case.rules'
import { toWords } from '@/lib/cases/word.view'
import { ARCHIVE_DAYS, GROUNDS } from '@/lib/rights/erasure.rules'
import type { CertificateRead } from '@/lib/rights/rights-page.data'
import { addDays, dayOf } from '@/lib/shared/dates'
import { useGone } from './gone-labels'

/** That a file was erased: what, when, by whom, on which ground, and what stays and why. It names no one who was helped. */
export const CertificatePage = ({ data: { certificate: c, words } }: { data: CertificateRead }) => {
  const t = useTranslations('rights')
  const locale = useLocale()
  const gone = useGone(c.gone)
  const facts = [
    ...(isSecretKind(c.kind)
      ? []
      : [[t('list.kind'), toWords(words, locale).of('case_kind', c.kind)] as const]),
    [t('certificate.ground'), `${t(`ground.${c.ground}`)} (${GROUNDS[c.ground]})`],
    [t('certificate.proposed'), `${c.proposedBy}, ${formatTime(locale, c.proposedAt, 'moment')}`],
    [t('certificate.confirmed'), `${c.confirmedBy}, ${formatTime(locale, c.erasedAt, 'moment')}`],
    [t('certificate.number'), c.id],
  ] as const
  const stays = [
    c.kept > 0 ? t('certificate.staysMet', { count: c.kept }) : t('certificate.staysNothing'),
    ...(c.elsewhere > 0 ? [t('certificate.staysElsewhere', { count: c.elsewhere })] : []),
    t('certificate.staysAuditLog'),
    t('certificate.staysCentre'),
    t('certificate.staysArchive', {
      on: formatTime(locale, addDays(dayOf(c.erasedAt), ARCHIVE_DAYS), 'day'),
    }),
    t('certificate.staysDevice'),
  ]
  return (
    <div className="paper-sheet max-w-prose print:max-w-none">
      <div data-print="no" className="mb-6 grid gap-3">
        <BackLink href="/rights">{t('title')}</BackLink>
        <p>
          <PrintButton>{t('certificate.print')}</PrintButton>
        </p>
      </div>
      <PageTitle title={t('certificate.title')}>{t('certificate.what')}</PageTitle>
      <dl className="grid gap-x-4 gap-y-1 sm:grid-cols-[minmax(9rem,30%)_1fr] print:grid-cols-[30%_1fr]">
        {facts.map(([term, value]) => (
          <div key={term} className="contents">
            <dt className="text-muted max-sm:mt-1">{term}</dt>
            <dd className="min-w-0 wrap-anywhere">{value}</dd>
          </div>
        ))}
      </dl>
      <section aria-labelledby="gone" className="mt-6">
        <h2 id="gone">{t('certificate.gone')}</h2>
        <ul className="mt-2 ms-5 list-disc">
          <li>{t('certificate.key')}</li>
          <li>{t('certificate.people', { count: c.people })}</li>
          {gone.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="stays" className="mt-6">
        <h2 id="stays">{t('certificate.stays')}</h2>
        <ul className="mt-2 ms-5 list-disc">
          {stays.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
    </div>
  )
}
