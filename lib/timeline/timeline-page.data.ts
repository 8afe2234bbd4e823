import 'server-only'
import { type Address, alongside, type CodeLabels, readFile } from '@/lib/cases/file-page.data'
import { listGapsOf } from '@/lib/cases/gap.data'
import { readsPrivileged } from '@/lib/cases/note.data'
import { getSharing, type Sharing } from '@/lib/cases/sharing.data'
import { listWords } from '@/lib/cases/word.data'
import type { Work } from '@/lib/db/work'
import { LEGAL_LISTS } from '@/lib/detention/vocabulary.rules'
import { GUARDIANSHIP_LISTS } from '@/lib/guardianship/shape.rules'
import { listPlans } from '@/lib/tasks/goal.data'
import { listPinned, listTimeline } from './timeline.data'
import { readTimelineSearch, type TimelineAddress } from './timeline.schema'
import type { Timeline, TimelineItem } from './timeline.view'

export type TimelinePart = {
  readonly address: TimelineAddress
  readonly timeline: Timeline
  /** On top of the whole timeline only: anyone who narrows it looks for something else. */
  readonly pinned: readonly TimelineItem[]
  readonly sharing: Sharing
  /** The words of detention and guardianship, when there is something of them. */
  readonly legal: CodeLabels
  /** Reads the lawyer's notes, and may write one. */
  readonly canPrivilege: boolean
}
export const readTimelinePage = (work: Work, request: Address) => {
  const asked = readTimelineSearch(request.search)
  return readFile(work, request, async (caseHeader): Promise<TimelinePart> => {
    // In a file that was not reviewed yet there is no "since".
    const address = { ...asked, isNew: asked.isNew && caseHeader.lastReviewedAt !== null }
    const isWhole = address.kinds.length === 0 && !address.isNew && address.before === null
    const since = address.isNew ? caseHeader.lastReviewedAt : null
    const timeline = await listTimeline(work, caseHeader.id, { ...address, since }, caseHeader.kept)
    const says = (room: 'detention' | 'guardianship'): boolean =>
      timeline.items.some((item) => item.type === 'event' && item.room === room)
    const lists = [
      ...(says('detention') ? LEGAL_LISTS.codes : []),
      ...(says('guardianship') ? GUARDIANSHIP_LISTS : []),
    ]
    return {
      address,
      timeline,
      legal: lists.length === 0 ? [] : await listWords(work, lists),
      pinned: isWhole ? await listPinned(work, caseHeader.id, caseHeader.kept) : [],
      sharing: await getSharing(work, caseHeader.id),
      canPrivilege: await readsPrivileged(work, caseHeader.id),
    }
  })
}

/** The timeline of the file at an address, with what stands beside it: its plan, and what it lacks for the steps that come. */
export const readTimelineWithPlan = async (work: Work, address: Address) =>
  alongside(await readTimelinePage(work, address), async ({ id, kept }) => ({
    plan: kept.has('goal') ? ((await listPlans(work, [id])).get(id) ?? []) : [],
    gaps: await listGapsOf(work, id),
  }))
