import type { useTranslations } from 'next-intl'
import type { ReportDocument } from './document.rules'
import { sayMeasure, sayValue } from './number.rules'
import type { Counted, Named, Sentence } from './sentence.rules'

export type SentenceWords = ReturnType<typeof useTranslations<'reporting.sentence'>>
type Language = ReportDocument['language']

const listed = (labels: readonly string[], language: Language): string =>
  new Intl.ListFormat(language, { type: 'conjunction' }).format(labels)

const changeOf = (total: number, before: Named | null): 'fewer' | 'more' | 'same' | 'none' => {
  if (before === null) return 'none'
  if (total === before.value) return 'same'
  return total < before.value ? 'fewer' : 'more'
}

/** A sentence in the language of the document; null where there is nothing to say. */
export const saySentence = (sentence: Sentence, t: SentenceWords, language: Language): string | null => {
  const number = (value: number): string => sayValue(value, 'count', language)
  const noun = (counted: Counted, count: number): string =>
    t(`noun.${counted}`, { count, said: number(count) })
  switch (sentence.kind) {
    case 'none':
      return null
    case 'year': {
      const { isMet, counted, total, period, before } = sentence
      if (isMet && total === 0) return t('metNone', { period })
      return t(isMet ? 'metInYear' : 'inYear', {
        period,
        counted: noun(counted, total),
        change: changeOf(total, before),
        difference: number(Math.abs(total - (before?.value ?? total))),
        before: before?.label ?? '',
      })
    }
    case 'period': {
      const { isMet, counted, total, period, before } = sentence
      const said = t(isMet ? 'metInPeriod' : 'inPeriod', { period, counted: noun(counted, total) })
      if (before === null) return said
      return `${said} ${t('inPeriod', { period: before.label, counted: number(before.value) })}`
    }
    case 'twoPlaces': {
      const { counted, total, part, first, second } = sentence
      return t('twoPlaces', {
        counted: noun(counted, total),
        part: number(part),
        first,
        second,
      })
    }
    case 'among': {
      const { counted, total, top } = sentence
      const names = top.map(({ label, value }) => `${label} (${number(value)})`)
      return t('among', { counted: noun(counted, total), top: listed(names, language) })
    }
    case 'mostInMonth':
    case 'most': {
      const { labels, unit, value } = sentence
      return t(sentence.kind, {
        kind: unit === 'count' ? 'count' : 'measure',
        labels: listed(labels, language),
        value: sayMeasure(value, unit, language),
        ties: labels.length,
      })
    }
    case 'half':
    case 'moreThanHalf':
      return t(sentence.kind, { days: sayMeasure(sentence.days, 'days', language) })
  }
}
