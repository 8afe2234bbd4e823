import { useLocale, useTranslations } from 'next-intl'
import { usePersonLabels } from '@/components/people/person-labels'
import type { TagKind } from '@/components/ui/tag'
import { formatTime } from '@/components/ui/time'
import type { CaseloadLine } from '@/lib/caseload/caseload.data'
import { type Danger, type DangerReason, dangersOf, type Rank } from '@/lib/cases/danger.rules'
import { toRanked } from '@/lib/cases/danger.view'
import { bySeverity } from '@/lib/cases/severity.rules'
import { daysUnseen } from '@/lib/cases/silence.rules'
import type { Labels } from '@/lib/cases/word.view'
import { toAgeClaims } from '@/lib/people/person.view'
import { type Day, daysBetween, toDay } from '@/lib/shared/dates'

export type Why = readonly [kind: TagKind, words: string]
type Line = Pick<
  CaseloadLine,
  | 'signals'
  | 'secrecy'
  | 'lastSeenOn'
  | 'openedOn'
  | 'people'
  | 'waits'
  | keyof Parameters<typeof toRanked>[0]
>

/** Of which signals a reason is; of the others there are none. */
const SEVERITY_OF: Readonly<Partial<Record<DangerReason, string>>> = {
  critical: 'critical',
  serious: 'serious',
  seriousMinor: 'serious',
  seriousHeld: 'serious',
}

/**
 * Why a file has its place in the order of danger, in a line of a list: its first reason and no other, red for danger to a
 * person, amber for time, with since when. Null when nothing asks for attention.
 */
export const useWhyLabels = (words: Labels) => {
  const t = useTranslations('cases.why')
  const cases = useTranslations('cases')
  const locale = useLocale()
  const persons = usePersonLabels()
  /**
   * Who was not visited: half of a caseload may be here, so that a sign and a word are for the exception alone, a minor or a file of
   * high risk. That a risk is low orders them and says nothing to who reads.
   */
  const unvisited = (said: string, rank: Rank, { adultOn }: Line, today: Day): Why => {
    const isMinor = adultOn !== null && toDay(adultOn) > today
    const beside = [
      ...(isMinor ? [t('beside.minor')] : []),
      ...(rank === 'unseenHigh' ? [t('beside.high')] : []),
    ]
    return [beside.length === 0 ? 'plain' : 'late', [...beside, said].join(' · ')]
  }
  const danger = ({ rank, reason, on }: Danger, line: Line, today: Day): Why | null => {
    const day = on === null ? '' : formatTime(locale, on, 'short')
    const days = on === null ? 0 : daysBetween(on, today)
    const severity = SEVERITY_OF[reason]
    const signal = line.signals.find((one) => one.severity === severity)
    switch (reason) {
      case 'critical':
      case 'serious':
      case 'seriousMinor':
      case 'seriousHeld':
        // What a signal is about may be what a restricted file keeps secret.
        return signal === undefined || line.secrecy !== 'open'
          ? ['danger', t(reason, { on: day })]
          : ['danger', t('signal', { signal: words.of('concern_type', signal.code), on: day })]
      case 'missing':
        return ['danger', t('missing', { on: day })]
      case 'unseen':
      case 'silence': {
        const seen = line.lastSeenOn && toDay(line.lastSeenOn)
        const silent = daysUnseen(seen, toDay(line.openedOn), today)
        return unvisited(t(seen === null ? 'never' : reason, { days: silent }), rank, line, today)
      }
      case 'step':
      case 'task':
        return ['late', t(reason, { days })]
      case 'act':
      case 'actPassed':
      case 'removal':
      case 'removalPassed':
      case 'removalUndated':
        return ['late', t(reason, { on: day })]
      case 'rest':
        return null
    }
  }
  /** What is worth a look although no day has come for it. */
  const quiet = (line: Line, today: Day): Why | null => {
    const [signal] = [...line.signals].sort(bySeverity)
    if (line.waits !== null)
      return [
        'late',
        line.waits.days === null ? t('noGuardian') : t('noGuardianFor', { days: line.waits.days }),
      ]
    if (signal !== undefined)
      return [
        'info',
        line.secrecy === 'open' ? words.of('concern_type', signal.code) : cases('signal.unanswered'),
      ]
    const minor = line.people
      .map(({ person }) => persons.minor(toAgeClaims(person.ageClaims), today))
      .find((one) => one !== null)
    return minor === undefined || minor === null ? null : ['info', minor]
  }
  return (line: Line, today: Day): Why | null => {
    const [first] = dangersOf(toRanked(line), today)
    return danger(first, line, today) ?? quiet(line, today)
  }
}
