import { useTranslations } from 'next-intl'
import type { AuditEvent } from '@/lib/db/events'
import { REGISTER_EVENTS } from '@/lib/shared/register-events'

type EventOnFile = Extract<AuditEvent, { readonly caseId: string }>['event']
const WORD_OF = {
  'case.opened': 'opened',
  'person.merged': 'merged',
  'person.parted': 'parted',
  'case.created': 'created',
  'case.edited': 'edited',
  'case.assigned': 'assigned',
  'case.shared': 'shared',
  'glass.broken': 'glass',
  'word.asked': 'word',
  'part.opened': 'part',
  'stay.ended': 'stayEnded',
  'goal.written': 'goal',
  'goal.edited': 'goal',
  'goal.set': 'goal',
  'case.closed': 'closed',
  'case.reopened': 'reopened',
  'note.written': 'note',
  'note.edited': 'noteEdited',
  'signal.answered': 'signal',
  'task.written': 'task',
  'task.edited': 'task',
  'task.ticked': 'taskTicked',
  'comment.written': 'comment',
  'entry.pinned': 'pinned',
  'asylum.way': 'asylumWay',
  'asylum.recorded': 'asylumEvent',
  'asylum.takenBack': 'asylumTakenBack',
  'guardianship.recorded': 'guardianshipEvent',
  'guardianship.takenBack': 'guardianshipTakenBack',
  'stay.document': 'stayDocument',
  'stay.reception': 'reception',
  [REGISTER_EVENTS.mandate]: 'mandate',
  [REGISTER_EVENTS.need]: 'need',
  [REGISTER_EVENTS.matter]: 'matter',
  'detention.begun': 'detention',
  'detention.moved': 'detention',
  'detention.recorded': 'detention',
  'detention.withdrawn': 'detention',
  'claim.withdrawn': 'withdrawn',
  'person.joined': 'people',
  'person.role': 'people',
  'person.left': 'people',
  'person.returned': 'people',
  'paper.brought': 'paper',
  'paper.taken': 'paperTaken',
  'paper.removed': 'paperRemoved',
  'paper.scanned': 'paper',
  'summary.made': 'summary',
  'summary.opened': 'summaryOpened',
  'consent.recorded': 'consent',
  'consent.ended': 'consentEnded',
  'referral.written': 'referral',
  'referral.stepped': 'referralStep',
  'referral.sheet': 'referralSheet',
  'share.made': 'shareMade',
  'share.closed': 'shareClosed',
  'share.opened': 'shareOpened',
  'share.missed': 'shareMissed',
  'sheet.printed': 'sheetOpened',
  'sheet.given': 'sheetGiven',
  'contact.saved': 'contact',
  'trafficking.account': 'trafficking',
  'trafficking.sign': 'trafficking',
  'trafficking.stage': 'trafficking',
  'trafficking.vault': 'trafficking',
  'erasure.asked': 'erasure',
  'hold.placed': 'hold',
  'hold.lifted': 'hold',
  'extract.asked': 'extract',
  'extract.opened': 'extract',
  'extract.saved': 'extract',
  'correction.asked': 'correction',
  'correction.answered': 'correction',
  'handover.noted': 'other',
  'handover.noteRead': 'other',
  'review.decided': 'other',
  'review.undone': 'other',
  'deadline.recorded': 'other',
  'deadline.closed': 'other',
  'deadline.recounted': 'other',
  'file.erased': 'other',
  'encounter.opened': 'other',
  'encounter.edited': 'other',
  'wish.set': 'other',
} as const satisfies Readonly<Record<EventOnFile, string>>
/** The audit log of an older version may name an event that this one has not. */
const isKnown = (event: string): event is EventOnFile => Object.hasOwn(WORD_OF, event)

/** A line of the audit log as a sentence. */
export const useHistoryLabels = (): ((line: {
  event: string
  name: string
  audience?: string | null
}) => string) => {
  const t = useTranslations('cases.history')
  return ({ event, name, audience }) =>
    t(isKnown(event) ? WORD_OF[event] : 'other', { name, audience: audience ?? '' })
}
