import { createTranslator } from 'use-intl/core'
import { sheetLabels } from '@/components/summaries/summary-labels'
import type { OwnField } from '@/lib/fields/field.rules'
import { wordsIn } from '@/lib/fields/field.rules'
import type { Messages } from '@/lib/i18n/catalogue'
import type { Locale } from '@/lib/i18n/locales'
import { allFields, leavesTo, type MergeField } from '@/lib/letters/tag.rules'
import { AUDIENCE_FOR, READERS, type Reader } from '@/lib/letters/template.rules'
import { everyFact } from '@/lib/summaries/invented.view'
import { detailOf, LEVEL_FOR } from '@/lib/summaries/level.rules'

type Lists = Parameters<typeof sheetLabels>[2]

/** What a merge field is called. */
export const fieldNames = (
  messages: Messages,
  locale: Locale,
  fields: readonly Pick<OwnField, 'key' | 'now'>[],
) => {
  const t = createTranslator({ locale, messages, namespace: 'letters' })
  const ts = createTranslator({ locale, messages, namespace: 'summaries' })
  return (field: MergeField): string => {
    switch (field.kind) {
      case 'plain':
        return t(`plain.${field.tag}`)
      case 'piece':
        return ts(`piece.${field.tag}`)
      case 'own': {
        const own = fields.find(({ key }) => key === field.field.key)
        return own === undefined ? field.tag : wordsIn(own.now.labels, locale)
      }
    }
  }
}

export type FieldRow = {
  readonly tag: string
  readonly means: string
  readonly example: string
  /** Who may be told, and where less precisely. */
  readonly readers: string
}
export type FieldGroup = { readonly key: string; readonly title: string; readonly rows: readonly FieldRow[] }

/** All that a template may name: what it means, an example of an invented person, and to whom it goes. */
export const fieldGroups = (
  messages: Messages,
  locale: Locale,
  fields: readonly OwnField[],
  lists: Lists,
): readonly FieldGroup[] => {
  const t = createTranslator({ locale, messages, namespace: 'letters' })
  const sheet = sheetLabels(messages, locale, lists)
  const nameOf = fieldNames(messages, locale, fields)
  const invented = everyFact({ text: 'Fictar Kalimo', day: '2026-03-02', country: 'ER', years: 19 })
  const exampleOf = (field: MergeField): string => {
    const fact = field.kind === 'piece' ? invented.find(({ piece }) => piece === field.tag) : undefined
    return fact === undefined ? '' : [sheet.say(fact.value)].flat().join(', ')
  }
  const readerWords = (field: MergeField, reader: Reader): readonly string[] => {
    if (!leavesTo(field, reader)) return []
    const isCoarse =
      field.kind === 'piece' && detailOf(field.tag, LEVEL_FOR[AUDIENCE_FOR[reader]]) === 'coarse'
    const name = t(`readerIs.${reader}`)
    return [isCoarse ? t('editor.coarse', { reader: name }) : name]
  }
  const toRow = (field: MergeField): FieldRow => {
    const readers = READERS.codes.flatMap((reader) => readerWords(field, reader))
    return {
      tag: field.tag,
      means: nameOf(field),
      example: exampleOf(field),
      readers: field.kind === 'plain' ? t('editor.allReaders') : readers.join(', '),
    }
  }
  const groups = new Map<string, FieldRow[]>()
  for (const field of allFields(fields)) {
    const key = field.kind === 'plain' ? '' : field.section
    const row = toRow(field)
    if (row.readers !== '') groups.set(key, [...(groups.get(key) ?? []), row])
  }
  return [...groups].map(([key, rows]) => {
    const part = allFields(fields).find((field) => field.kind !== 'plain' && field.section === key)
    return {
      key,
      title: part === undefined || part.kind === 'plain' ? t('title') : sheet.t(`section.${part.section}`),
      rows,
    }
  })
}
