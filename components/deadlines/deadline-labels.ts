import { useLocale, useTranslations } from 'next-intl'
import { formatTime } from '@/components/ui/time'
import { toDue } from '@/lib/cases/case.rules'
import type { Window } from '@/lib/deadlines/clock.rules'
import { shownDay } from '@/lib/deadlines/deadline-list.view'
import { type Period, type Span, saysKindOfFile } from '@/lib/deadlines/rule.rules'
import type { Step } from '@/lib/deadlines/step.rules'
import type { Meaning } from '@/lib/deadlines/vocabulary.rules'
import type { Rest } from '@/lib/holidays/working-day.rules'
import type { Day } from '@/lib/shared/dates'
import { articleIn, copyIn } from './source-labels'

type InFourLanguages = Readonly<Record<'en' | 'fr' | 'nl' | 'de', string>>

type Translator = ReturnType<typeof useTranslations<'deadlines'>>

/** Codes and days of the clocks in words. */
export const deadlineLabels = (t: Translator, locale: string) => {
  const day = (on: Day) => formatTime(locale, on, 'weekday')
  const date = (at: Date | Day) => formatTime(locale, at, 'day')
  /** The last day: of a rule that no one has confirmed the day by which reminders go, and that it is not sure. Null where there is neither. */
  const lastDay = (
    { dueOn, remindOn }: { readonly dueOn: Day | null; readonly remindOn: Day | null },
    say: (on: Day) => string = day,
  ): string | null => {
    if (dueOn !== null) return say(dueOn)
    return remindOn === null ? null : t('unsureDay', { on: say(remindOn) })
  }
  const rest = (because: Rest) =>
    because === 'saturday' || because === 'sunday' ? t(`rest.${because}`) : t(`holiday.${because}`)
  const span = ({ amount, unit }: Span) => t('span', { amount, unit })
  const period = ({ min, max }: Period) => {
    if (max.amount === 0) return t('spanSameDay')
    return min.amount === max.amount && min.unit === max.unit
      ? span(min)
      : t('spanRange', { min: span(min), max: span(max) })
  }
  const step = (one: Step): string => {
    switch (one.code) {
      case 'happened': {
        const facts = { event: t(`event.${one.event}`), on: day(one.on) }
        return one.at === null ? t('step.happened', facts) : t('step.happenedAt', { ...facts, at: one.at })
      }
      case 'regime':
        return one.lodgedOn === null
          ? t('step.regimeNone', { regime: one.regime })
          : t('step.regimeLodged', { regime: one.regime, on: day(one.lodgedOn) })
      case 'registered':
        return one.registeredOn === null
          ? t('step.registeredNone', { regime: one.regime })
          : t('step.registered', { regime: one.regime, on: day(one.registeredOn) })
      case 'shortest':
        return t('step.shortest', { rule: one.rule, on: day(one.on) })
      case 'notified': {
        const facts = { way: t(`notification.${one.notification}`), on: day(one.on) }
        return one.firstDay === 'third_working_day'
          ? t('step.thirdWorkingDay', facts)
          : t('step.nextDay', facts)
      }
      case 'held':
        return t('step.held', { held: one.held })
      case 'counted':
      case 'countedBack':
        return t(`step.${one.code}`, { span: span(one), on: day(one.on) })
      case 'holidaySkipped':
        return t('step.holidaySkipped', { on: day(one.on), holiday: rest(one.holiday) })
      case 'rolledForward':
      case 'rolledBack':
        return t(`step.${one.code}`, { from: day(one.from), because: rest(one.because), on: day(one.on) })
      case 'notRolled':
        return t('step.notRolled', { on: day(one.on), because: rest(one.because) })
      case 'endsAt':
        return t('step.endsAt', { on: day(one.on), at: one.at })
      case 'printedPeriod':
        return t('step.printedPeriod', { span: span(one) })
      case 'dayNotCounted':
      case 'dayCounted':
      case 'opens':
      case 'hourNotKnown':
      case 'printed':
      case 'earliestFirstDay':
      case 'safest':
        return t(`step.${one.code}`, { on: day(one.on) })
    }
  }
  /**
   * What a deadline is and when, as every list of many files says it: "Last day to act: in 11 days". `unconfirmed` is said of a day
   * that no one has confirmed; `safe` is the earlier day on which it is safe.
   */
  const due = (
    line: {
      readonly dueOn: Day | null
      readonly remindOn: Day | null
      readonly meaning: Meaning
    },
    today: Day,
  ) => {
    const { dueOn, remindOn, meaning } = line
    const on = shownDay(line)
    const { state, days } = toDue(on, today)
    const when =
      state === 'today'
        ? t('due.today')
        : state === 'none'
          ? null
          : t(state === 'late' ? 'due.late' : 'due.ahead', { days })
    return {
      words: when === null ? t('noDate') : t(`house.says.${meaning}`, { state, days, when }),
      on,
      date: on === null ? null : formatTime(locale, on, 'shortWeekday'),
      unconfirmed: dueOn === null && on !== null ? t('house.unconfirmed') : null,
      safe:
        dueOn === null || remindOn === null || remindOn >= dueOn
          ? null
          : t('house.safest', { on: formatTime(locale, remindOn, 'shortWeekday') }),
      isLate: state === 'late',
    }
  }
  const said = (words: InFourLanguages) =>
    locale === 'fr' || locale === 'nl' || locale === 'de' ? words[locale] : words.en
  return {
    t,
    day,
    date,
    lastDay,
    article: (text: string) => articleIn(t, text),
    copy: (seen: string) => copyIn(t, seen, date),
    span,
    period,
    step,
    window: ({ earliest, latest }: Window) =>
      earliest === latest ? day(earliest) : t('rangeDays', { earliest: day(earliest), latest: day(latest) }),
    said,
    due,
    /** In a list of many files: the title of a rule for victims would say what the file is about. */
    titleInList: ({ code, title }: { readonly code: string; readonly title: InFourLanguages }) =>
      saysKindOfFile(code) ? t('house.hidden') : said(title),
  }
}

export const useDeadlineLabels = () => deadlineLabels(useTranslations('deadlines'), useLocale())
