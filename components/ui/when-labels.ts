import { useLocale, useTranslations } from 'next-intl'
import { isPlaceholder, type KnownWhen, type Point, type When } from '@/lib/shared/when/when.rules'
import { formatTime } from './time'

type Translate = ReturnType<typeof useTranslations<'when'>>

/** Dates of any precision in the reader's language, the month in words: "about March 2009", "winter 2018–2019", "not known". */
export const whenLabels = (t: Translate, locale: string) => {
  const point = (one: Point, isInside: boolean): string => {
    switch (one.form) {
      case 'exact':
        return formatTime(locale, one.day, 'day')
      case 'month':
        return formatTime(locale, `${one.year}-${String(one.month).padStart(2, '0')}-01`, 'month')
      case 'season':
        return t(isInside ? `theSeason.${one.season}` : `season.${one.season}`, {
          year: String(one.year),
          next: String(one.year + 1),
        })
      case 'year':
        return String(one.year)
    }
  }
  const known = (when: KnownWhen): string => {
    switch (when.form) {
      case 'about':
        return t('about', { form: when.of.form, date: point(when.of, true) })
      case 'between':
        return t('between', {
          fromForm: when.from.form,
          from: point(when.from, true),
          toForm: when.to.form,
          to: point(when.to, true),
        })
      case 'exact':
      case 'month':
      case 'season':
      case 'year':
        return point(when, false)
    }
  }
  /** null is a question no one asked, and looks different from one without an answer. */
  const say = (when: When | null): string => {
    if (when === null) return t('notAsked')
    if (when.form === 'not_known' || when.form === 'declined') return t(when.form)
    return isPlaceholder(when) ? t('placeholder', { date: known(when) }) : known(when)
  }
  return { known, say }
}

export const useWhenLabels = () => whenLabels(useTranslations('when'), useLocale())
