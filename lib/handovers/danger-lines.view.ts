import { createTranslator } from 'use-intl/core'
import type { FileDanger } from '@/lib/caseload/danger.data'
import { type DangerReason, isDanger } from '@/lib/cases/danger.rules'
import type { Labels } from '@/lib/cases/word.view'
import { catalogue } from '@/lib/i18n/catalogue'
import type { Locale } from '@/lib/i18n/locales'
import { type Day, toDate } from '@/lib/shared/dates'
import { rest } from '@/lib/shared/vocabulary'

/** Which unanswered signals, or which acts, a reason is about. */
const about = (
  { signals, acts }: FileDanger,
  reason: DangerReason,
  labels: Labels,
  locale: Locale,
): string[] => {
  switch (reason) {
    case 'critical':
    case 'serious':
    case 'seriousHeld':
    case 'seriousMinor':
      return signals
        .filter(({ severity }) => severity === (reason === 'critical' ? 'critical' : 'serious'))
        .map(({ code }) => labels.of('concern_type', code))
    case 'act':
    case 'actPassed':
      return acts.map(({ title }) => title[locale])
    default:
      rest(reason, 'missing removal rest removalPassed removalUndated unseen step task silence')
      return []
  }
}

/**
 * What is dangerous in a file, for a note: a line each, with its reason, its day and what it is about. Of a restricted file what
 * it is about is left out: the note stands in a list.
 */
export const toDangerLines = async (locale: Locale, labels: Labels) => {
  const t = createTranslator({ locale, messages: await catalogue[locale](), namespace: 'cases.danger' })
  const format = new Intl.DateTimeFormat(`${locale}-BE`, { dateStyle: 'long', timeZone: 'UTC' })
  const say = (on: Day | null): string => (on === null ? '' : format.format(toDate(on)))
  return (file: FileDanger, isRestricted: boolean): string[] =>
    file.dangers.flatMap(({ rank, reason, on }) =>
      isDanger(rank)
        ? [
            [
              t(reason, { on: say(on) }),
              ...new Set(isRestricted ? [] : about(file, reason, labels, locale)),
            ].join(' · '),
          ]
        : [],
    )
}
