'use client'
import { useLocale, useTranslations } from 'next-intl'
import { useDangerLabels } from '@/components/cases/danger-labels'
import { SIGNAL_KINDS } from '@/components/cases/severity-labels'
import { SIGNS } from '@/components/ui/tag'
import { Time } from '@/components/ui/time'
import { SEVERITIES } from '@/lib/cases/severity.rules'
import type { Labels } from '@/lib/cases/word.view'
import { LOCALES } from '@/lib/i18n/locales'
import type { ReviewFile } from '@/lib/reviews/review.schema'

const BOXES: Readonly<Record<'danger' | 'late' | 'info', string>> = {
  danger: 'border-danger bg-danger-soft',
  late: 'border-late bg-late-soft',
  info: 'border-edge bg-sunken',
}
const INKS: Readonly<Record<'danger' | 'late' | 'info', string>> = {
  danger: 'text-danger',
  late: 'text-late',
  info: 'text-ink',
}

/** Each signal without an answer by its own words, whole and first: what was written is why one looks. */
export const FileSignals = ({ file, labels: words }: { file: ReviewFile; labels: Labels }) => {
  const t = useTranslations('reviews')
  const tc = useTranslations('cases')
  if (file.signals.length === 0) return null
  return (
    <ul className="mt-2 grid gap-2">
      {file.signals.map(({ id, code, severity, on, text }) => {
        const kind = SIGNAL_KINDS[SEVERITIES.read(severity)]
        const look = kind === 'danger' || kind === 'late' ? kind : 'info'
        return (
          <li key={id} className={`rounded border-s-4 px-4 py-2 ${BOXES[look]}`}>
            <p className="text-sm">
              <b className={`text-dense font-semibold ${INKS[look]}`}>
                <span aria-hidden="true">{SIGNS[look]} </span>
                {file.isRestricted ? null : `${words.of('concern_type', code)}, `}
                {tc(`severity.${SEVERITIES.read(severity)}`)}.
              </b>{' '}
              <span className="text-muted">
                {t.rich('noted', { day: () => <Time at={on} style="weekday" /> })}
              </span>
            </p>
            {text === '' ? null : (
              <p dir="auto" className="max-w-prose whitespace-pre-line wrap-anywhere font-serif text-read">
                {text}
              </p>
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** What else is dangerous, each with its day, and which act ends when. A signal stands above by its own words. */
const OF_SIGNALS: readonly string[] = ['critical', 'serious', 'seriousMinor', 'seriousHeld']
export const FileDangers = ({ file }: { file: ReviewFile }) => {
  const t = useTranslations('reviews')
  const danger = useDangerLabels()
  const locale = useLocale()
  const others = file.dangers.filter(
    ({ reason }) => !OF_SIGNALS.includes(reason) || file.signals.length === 0,
  )
  if (others.length + file.acts.length === 0) return null
  return (
    <ul className="mt-2 grid gap-0.5">
      {others.map((one) => (
        <li key={one.reason} className="font-semibold text-danger">
          <span aria-hidden="true">▲ </span>
          {danger(one)}
        </li>
      ))}
      {file.acts.map(({ id, title, until }) => (
        <li key={id}>
          {title === null ? t('hiddenAct') : title[LOCALES.read(locale)]} ·{' '}
          <Time at={until} style="dayInYear" />
        </li>
      ))}
    </ul>
  )
}
