import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { SIGNS, type TagKind } from '@/components/ui/tag'
import { formatTime } from '@/components/ui/time'
import type { ReasonProps } from '@/lib/planning/plan.view'
import type { ReasonCode } from '@/lib/planning/reason.rules'

const KINDS: Readonly<Record<ReasonCode, TagKind>> = {
  critical: 'danger',
  missing: 'danger',
  act: 'danger',
  actPassed: 'danger',
  removal: 'danger',
  serious: 'danger',
  hunger: 'danger',
  isolated: 'danger',
  alone: 'late',
  limit: 'late',
  ordered: 'late',
  wished: 'info',
  asked: 'info',
  unseen: 'late',
  new: 'plain',
}

/** Why someone should be seen, in words. */
export const useReasonLabels = () => {
  const t = useTranslations('planning.reason')
  const format = useFormatter()
  const locale = useLocale()
  return ({ code, on, days, what }: ReasonProps): string => {
    const day = on === null ? '' : formatTime(locale, on, 'dayInYear')
    switch (code) {
      case 'removal':
        return on === null ? t('removalSometime') : t('removal', { day })
      case 'hunger':
      case 'isolated':
      case 'alone':
        return days === null ? t(`${code}Sometime`) : t(code, { days })
      case 'missing':
        return on === null ? t('missingSometime') : t('missing', { day })
      case 'critical':
      case 'serious':
      case 'act':
      case 'actPassed':
      case 'limit':
      case 'ordered':
        return t(code, { day })
      case 'wished':
        return t('wished', { day })
      case 'asked':
        return t('asked', { day, what: format.list([...what], { type: 'unit' }) })
      case 'unseen':
        if (days === null) return t('neverSeen')
        return on === null ? t('unseenSinceArrival', { days }) : t('unseen', { days })
      case 'new':
        return t('new')
    }
  }
}

/** Why someone should be seen: the first reason with its sign, the others after it. A colour that every word has would say nothing. */
export const Reasons = ({ reasons }: { reasons: readonly ReasonProps[] }) => {
  const labels = useReasonLabels()
  const [first, ...others] = reasons
  if (first === undefined) return null
  const kind = KINDS[first.code]
  return (
    <>
      <span className={kind === 'danger' ? 'font-semibold text-danger' : 'text-ink'}>
        {SIGNS[kind] === '' ? null : (
          <span aria-hidden="true" className={kind === 'late' ? 'text-late' : undefined}>
            {SIGNS[kind]}{' '}
          </span>
        )}
        {labels(first)}
      </span>
      {others.map((reason) => (
        <span key={reason.code} className="text-muted">
          {' · '}
          {labels(reason)}
        </span>
      ))}
    </>
  )
}
