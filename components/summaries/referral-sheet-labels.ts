import { createTranslator } from 'use-intl/core'
import type { Messages } from '@/lib/i18n/catalogue'
import type { Locale } from '@/lib/i18n/locales'
import type { SheetPart } from '@/lib/summaries/referral-page.data'
import { sheetLabels } from './summary-labels'

/** A line of the sheet that no part of the file says: what is asked, how to reach them, what another room adds. */
export type SheetLine = { readonly label: string; readonly text: string }

/** What leaves with a referral, in words: the paper, the text to copy and the page behind a link say the same. */
export const sheetSays = (
  { row, parts, lists }: Pick<SheetPart, 'row' | 'parts' | 'lists'>,
  messages: Messages,
  locale: Locale,
  extra: readonly SheetLine[],
) => {
  const t = createTranslator({ locale, messages, namespace: 'referrals' })
  const labels = sheetLabels(messages, locale, lists)
  const lines: SheetLine[] = [
    { label: t('sheet.to'), text: row.to },
    ...(row.contact === '' ? [] : [{ label: t('sheet.contact'), text: row.contact }]),
    { label: t('sheet.urgency'), text: t(`urgency.${row.urgency}`) },
    { label: t('sheet.asked'), text: row.asked },
    ...(row.reach === '' || !row.fields.includes('reach')
      ? []
      : [{ label: t('sheet.reach'), text: row.reach }]),
    ...extra,
  ]
  const sections = parts.map(({ section, items }) => ({
    title: labels.t(`section.${section}`),
    lines: items.flatMap(({ facts }) =>
      facts.map(
        ({ piece, value }): SheetLine => ({
          label: labels.t(`piece.${piece}`),
          text: [labels.say(value)].flat().join('; '),
        }),
      ),
    ),
  }))
  return { t, lines, sections }
}
