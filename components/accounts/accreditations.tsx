import { useLocale, useTranslations } from 'next-intl'
import { Tag } from '@/components/ui/tag'
import { formatTime } from '@/components/ui/time'
import type { AccreditationLine } from '@/lib/accounts/account.view'

const TAGS = { holds: 'done', over: 'late', later: 'info' } as const

/** For which centre, from when to when, and whether it holds today. */
export const Accreditations = ({ lines }: { lines: readonly AccreditationLine[] }) => {
  const t = useTranslations('accounts')
  const locale = useLocale()
  if (lines.length === 0) return <p className="text-muted">{t('colleague.noAccreditation')}</p>
  return (
    <ul>
      {lines.map(({ id, centre, from, until, note, state }) => (
        <li
          key={id}
          className="flex flex-wrap items-baseline justify-between gap-x-4 border-b border-hair py-2.5"
        >
          <span className="min-w-0">
            <span className="font-semibold">{centre}</span>
            <span className="block text-sm text-muted">
              {formatTime(locale, from, 'day')} – {formatTime(locale, until, 'day')}
            </span>
            {note === null ? null : <span className="block text-sm">{note}</span>}
          </span>
          <Tag kind={TAGS[state]}>{t(`badge.${state}`)}</Tag>
        </li>
      ))}
    </ul>
  )
}
