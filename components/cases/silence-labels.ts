import { useLocale, useTranslations } from 'next-intl'
import { formatTime } from '@/components/ui/time'
import type { CaseLine } from '@/lib/caseload/caseload.data'
import { daysUnseen, type SilenceState, toSilenceState } from '@/lib/cases/silence.rules'
import type { Labels } from '@/lib/cases/word.view'
import { type Day, toDay } from '@/lib/shared/dates'

type Line = Pick<CaseLine, 'lastSeenOn' | 'openedOn' | 'unseenOn' | 'silenceOn' | 'risk' | 'stays'>

const dayOrNull = (date: Date | null): Day | null => date && toDay(date)

/** "Not seen for 12 days, high risk", and what that means: what is explained, and until when, is said too. */
export const useSilenceLabels = (labels: Labels) => {
  const t = useTranslations('caseload')
  const locale = useLocale()
  return (line: Line, today: Day): { how: string; means: string; state: SilenceState } => {
    const seen = dayOrNull(line.lastSeenOn)
    const [unseenOn, silenceOn] = [dayOrNull(line.unseenOn), dayOrNull(line.silenceOn)]
    const state = toSilenceState({ unseenOn, silenceOn }, today)
    const days = daysUnseen(seen, toDay(line.openedOn), today)
    const risk =
      line.risk === 'high'
        ? t('silence.risk', { risk: labels.of('risk_level', line.risk).toLowerCase() })
        : ''
    const since = dayOrNull(line.stays[0]?.since ?? null)
    const isMoved = since !== null && (seen === null || since > seen)
    const day = silenceOn === null ? '' : formatTime(locale, silenceOn, 'dayInYear')
    const means = {
      unseen: () => t('silence.unseen'),
      due: () => t('silence.due', { day }),
      fine: () => t(isMoved ? 'silence.moved' : 'silence.fine', { day }),
      excused: () => t('silence.excused'),
    }[state]()
    return { how: t(seen === null ? 'silence.never' : 'silence.days', { days }) + risk, means, state }
  }
}
