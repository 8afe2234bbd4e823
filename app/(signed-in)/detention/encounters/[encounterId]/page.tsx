import { EntryPage } from '@/components/detention/entry-page'
import { OwnFields } from '@/components/fields/own-fields'
import { listChoices } from '@/lib/detention/choices.data'
import { findDayOfDetention } from '@/lib/detention/day-of-detention.data'
import { getEntry } from '@/lib/detention/entry.data'
import { saveEncounterAnswers } from '@/lib/detention/own-answer.actions'
import { listVisitWords } from '@/lib/detention/visit-sheet.data'
import { toEntryView } from '@/lib/detention/visit-sheet.view'
import { readOwnOfEncounter } from '@/lib/fields/own-part.data'
import { listProjects } from '@/lib/projects/project.data'
import { choosable } from '@/lib/projects/project.rules'
import { enter } from '@/lib/server/enter'

export default enter({
  permission: 'case:read',
  messages: ['detention', 'fields.answer', 'projects.choose', 'warn', 'when'],
  load: async (work, { params, locale, isDiscreet }) => {
    const entry = await getEntry(work, params.encounterId ?? '')
    const { caseId, personId, metOn: on } = entry
    return {
      entry,
      own: await readOwnOfEncounter(work, entry),
      isDiscreet,
      held: await findDayOfDetention(work, { caseId, personId, on }),
      words: await listVisitWords(work, entry.createdAt),
      choices: await listChoices(
        work,
        locale,
        entry.items.map(({ code }) => code),
      ),
      projects: await listProjects(work),
    }
  },
  audit: ({ entry }) => ({ event: 'encounter.opened', caseId: entry.caseId, encounterId: entry.id }),
  show: ({ entry, own, held, words, choices, projects, isDiscreet }, { locale }) => (
    <EntryPage
      entry={toEntryView(entry, words, { locale, isDiscreet })}
      held={held && { ...held, href: `/cases/${entry.file.code}/detention?file=${entry.caseId}` }}
      choices={choices}
      projects={choosable(projects, entry.projectId).map(({ id, name }) => ({ id, name }))}
      own={own && <OwnFields part={own} canEdit={entry.canEdit} save={saveEncounterAnswers} />}
    />
  ),
})
