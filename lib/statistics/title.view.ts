import type { useTranslations } from 'next-intl'
import type { LabelOf } from './file.rules'
import { isTableId, measures } from './measure.rules'
import { type Asked, findAsked } from './question.rules'
import { findWanted } from './request.rules'

type Translate = ReturnType<typeof useTranslations<'statistics'>>

/** Name of a question in words: "People met, by nationality and age: Under 18". */
export function toTitle(code: string, t: Translate, locale: string, labelOf: LabelOf): string {
  if (isTableId(code)) return t(`table.${code}`)
  const wanted = findWanted(code)
  if (wanted?.kind === 'rows') return t(`perPerson.title.${wanted.subject}`)
  if (wanted?.kind === 'noise') return t(`noise.title.${wanted.plan}`)
  if (wanted?.kind === 'exact') return t(`exact.title.${wanted.plan}`)
  const asked = findAsked(code)
  return asked === null ? code : toOwnTitle(asked, t, locale, labelOf)
}

function toOwnTitle(asked: Asked, t: Translate, locale: string, labelOf: LabelOf): string {
  const { only } = asked
  const by = [measures[asked.measure].dimension, ...asked.also].filter((one) => one !== only?.dimension)
  const list = new Intl.ListFormat(locale).format(by.map((one) => t(`by.${one}`)))
  const what = t(`counts.${measures[asked.measure].unit}`)
  const title = by.length === 0 ? what : t('own.title', { what, list })
  const slice = only === null ? title : t('own.only', { title, group: labelOf(only.dimension, only.node) })
  return asked.profile === 'partner' ? t('own.partner', { title: slice }) : slice
}
