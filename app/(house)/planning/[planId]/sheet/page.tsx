import { getLocale } from 'next-intl/server'
import { SheetPage } from '@/components/planning/sheet-page'
import { toLocale } from '@/lib/i18n/locales'
import { getSheet } from '@/lib/planning/planned.data'
import { toSheetProps } from '@/lib/planning/sheet.view'
import { enter, one } from '@/lib/server/enter'

export default enter({
  permission: 'plan:read',
  words: [],
  load: async (work, { params, search }) =>
    getSheet(work, {
      planId: params.planId ?? '',
      names: one(search.names) === 'yes',
      locale: toLocale(await getLocale()) ?? 'en',
    }),
  audit: ({ plan, names, people }) => ({
    event: 'sheet.opened',
    planId: plan.id,
    names,
    caseIds: people.map(({ caseId }) => caseId),
  }),
  show: (sheet, { actor, now, locale }) => (
    <SheetPage sheet={toSheetProps(sheet, { name: actor.name, now, locale: toLocale(locale) ?? 'en' })} />
  ),
})
