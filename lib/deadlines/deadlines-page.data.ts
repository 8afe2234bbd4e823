import 'server-only'
import { type Address, readFile } from '@/lib/cases/file-page.data'
import { NotFound } from '@/lib/db/errors'
import type { Work } from '@/lib/db/work'
import { meant, textOf } from '@/lib/shared/search'
import { findApplied, getDeadline, listDeadlines } from './deadline.data'
import { toDetainedDoubts } from './detained.view'
import { listExceptions } from './exception.data'
import { listLinkable } from './linkable.data'
import { toAsked, toRecordFields } from './record.view'
import { toRecounted } from './recount.data'
import type { CustodyReader } from './remind-on.data'
import { listTold } from './reminded.data'
import { listRules, type OrganisationRule } from './rule.data'
import { EVENTS } from './vocabulary.rules'

/** The form for what an address asks about: an event, or a deadline to correct. */
const readForm = async (
  work: Work,
  caseId: string,
  { search }: Address,
  rules: readonly OrganisationRule[],
) => {
  const id = textOf(search, 'correct')
  const corrected = id === undefined ? null : await getDeadline(work, caseId, id)
  if (corrected !== null && corrected.status !== 'open') throw new NotFound()
  const event = corrected?.event ?? meant(search, 'event', EVENTS.match)
  if (event === null) return null
  return {
    event,
    asked: toAsked(rules, event),
    fields: toRecordFields(caseId, event, { corrected, applied: await findApplied(work, caseId) }),
  }
}

/** The file at an address with its deadlines, what may close them, who was reminded, and the form that was asked for. */
export const readDeadlinesPage = (work: Work, address: Address, listCustody: CustodyReader) =>
  readFile(work, address, async ({ id }) => {
    const deadlines = await listDeadlines(work, id)
    const rules = await listRules(work)
    return {
      deadlines,
      recounts: new Map(
        toRecounted(
          deadlines.filter(({ status }) => status === 'open'),
          rules,
        ).map(({ deadline, recount }) => [deadline.id, recount]),
      ),
      questions: toDetainedDoubts(deadlines, rules, await listCustody(work, id)),
      linkable: await listLinkable(work, id),
      told: await listTold(work, id),
      exceptions: await listExceptions(work),
      form: await readForm(work, id, address, rules),
    }
  })
