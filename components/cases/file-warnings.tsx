import { useLocale, useTranslations } from 'next-intl'
import { Fragment, type ReactNode } from 'react'
import { InlineLink } from '@/components/ui/inline-link'
import { Notice, type NoticeKind } from '@/components/ui/notice'
import { Tag } from '@/components/ui/tag'
import { isClosed } from '@/lib/cases/case.rules'
import type { CaseHeader } from '@/lib/cases/case-header.data'
import { type FilePage, fileHref } from '@/lib/cases/file-part.view'
import { bySeverity, SEVERITIES, type Severity } from '@/lib/cases/severity.rules'
import { toWords } from '@/lib/cases/word.view'
import { ClosedNotice } from './closed-notice'
import { GlassNotice } from './glass-notice'
import { LegalHoldNotice } from './legal-hold-notice'
import { MissingNotice } from './missing-notice'
import { SignalTag } from './signal-tag'

const SIGNALS_SHOWN = 4
const LOOKS: Readonly<Record<Severity, NoticeKind>> = {
  critical: 'error',
  serious: 'error',
  watch: 'late',
  info: 'info',
}

/** What is wrong with a file or out of the ordinary, on each of its pages: the worst of it, the rest behind a fold. */
export const FileWarnings = ({ caseHeader, page }: { caseHeader: CaseHeader; page: FilePage | null }) => {
  const t = useTranslations('cases')
  const [first, ...rest] = warningsOf(caseHeader, page)
  if (first === undefined) return null
  return (
    <div className="mb-4">
      {first.notice}
      {rest.length === 0 ? null : (
        <details data-print="open">
          <summary className="inline-flex min-h-11 items-center text-sm font-semibold text-link underline sm:min-h-8 print:hidden">
            {t('moreWarnings', { count: rest.length })}
          </summary>
          <div className="grid gap-2">
            {rest.map(({ key, notice }) => (
              <Fragment key={key}>{notice}</Fragment>
            ))}
          </div>
        </details>
      )}
    </div>
  )
}

type Warning = { readonly key: string; readonly notice: ReactNode }

/** The danger to a person first, in the one order of danger; then what concerns the file. */
const warningsOf = (caseHeader: CaseHeader, page: FilePage | null): Warning[] => {
  const isCritical = caseHeader.signals.some(({ severity }) => severity === 'critical')
  const signals =
    caseHeader.signals.length === 0
      ? []
      : [{ key: 'signals', notice: <SignalsNotice caseHeader={caseHeader} /> }]
  // Guardianship says more of it itself.
  const missing = page === 'guardianship' ? [] : caseHeader.missing
  return [
    ...(isCritical ? signals : []),
    ...missing.map((event) => ({
      key: event.id,
      notice: (
        <MissingNotice caseHeader={caseHeader} event={event} href={fileHref(caseHeader, 'guardianship')} />
      ),
    })),
    ...(isCritical ? [] : signals),
    ...caseHeader.openings.map((opening) => ({
      key: opening.id,
      notice: <GlassNotice opening={opening} />,
    })),
    ...(caseHeader.hasLegalHold
      ? [{ key: 'hold', notice: <LegalHoldNotice href={fileHref(caseHeader, 'rights')} /> }]
      : []),
    ...(isClosed(caseHeader.status) && page !== 'closing'
      ? [
          {
            key: 'closed',
            notice: <ClosedNotice caseHeader={caseHeader} href={fileHref(caseHeader, 'closing')} />,
          },
        ]
      : []),
  ]
}

/** Signals that no one has answered, the worst first, and the way to the entry where they are answered. */
const SignalsNotice = ({ caseHeader }: { caseHeader: CaseHeader }) => {
  const t = useTranslations('cases')
  const labels = toWords(caseHeader.words, useLocale())
  const signals = [...caseHeader.signals].sort(bySeverity)
  const [worst] = signals
  if (worst === undefined) return null
  // A critical signal is never cut from sight, however many there are.
  const shown = Math.max(SIGNALS_SHOWN, signals.filter(({ severity }) => severity === 'critical').length)
  return (
    <Notice kind={LOOKS[SEVERITIES.read(worst.severity)]} isAnnounced={false}>
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        {signals.slice(0, shown).map(({ id, code, severity }) => (
          <SignalTag key={id} severity={severity} label={labels.of('concern_type', code)} />
        ))}
        {signals.length > shown ? <Tag>{t('moreSignals', { count: signals.length - shown })}</Tag> : null}
        <span className="text-sm">{t('signal.unanswered')}</span>
        <InlineLink href={`${fileHref(caseHeader, 'timeline')}#entry-${worst.encounterId}`}>
          {t('signal.show')}
        </InlineLink>
      </div>
    </Notice>
  )
}
