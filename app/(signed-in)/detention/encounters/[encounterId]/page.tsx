import { EntryPage } from '@/components/detention/entry-page'
import { listChoices } from '@/lib/detention/choices.data'
import { findDayOfDetention } from '@/lib/detention/day-of-detention.data'
import { getEntry } from '@/lib/detention/entry.data'
import { listVisitWords } from '@/lib/detention/visit-sheet.data'
import { toEntryView } from '@/lib/detention/visit-sheet.view'
import { enter } from '@/lib/server/enter'

export default enter({
  permission: 'case:read',
  messages: ['detention', 'warn'],
  load: async (work, { params, locale, isDiscreet }) => {
    const entry = await getEntry(work, params.encounterId ?? '')
    const { caseId, personId, metOn: on } = entry
    return {
      entry,
      isDiscreet,
      held: await findDayOfDetention(work, { caseId, personId, on }),
      words: await listVisitWords(work),
      choices: await listChoices(work, locale),
    }
  },
  audit: ({ entry }) => ({ event: 'encounter.opened', caseId: entry.caseId, encounterId: entry.id }),
  show: ({ entry, held, words, choices, isDiscreet }, { locale }) => (
    <EntryPage
      entry={toEntryView(entry, words, { locale, isDiscreet })}
      held={held && { ...held, href: `/cases/${entry.file.code}/detention?file=${entry.caseId}` }}
      choices={choices}
    />
  ),
})
