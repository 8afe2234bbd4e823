import { useTranslations } from 'next-intl'

const KNOWN = [
  'opened',
  'created',
  'edited',
  'assigned',
  'shared',
  'note',
  'noteEdited',
  'signal',
  'task',
  'taskTicked',
  'comment',
  'pinned',
  'asylumWay',
  'asylumEvent',
  'asylumTakenBack',
  'closed',
  'reopened',
  'stayDocument',
  'reception',
  'mandate',
  'need',
  'matter',
  'goal',
  'detention',
  'people',
  'withdrawn',
  'summary',
  'summaryOpened',
] as const
const WORD_OF: Readonly<Record<string, (typeof KNOWN)[number]>> = {
  'case.opened': 'opened',
  'case.created': 'created',
  'case.edited': 'edited',
  'case.assigned': 'assigned',
  'case.shared': 'shared',
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
  'stay.document': 'stayDocument',
  'stay.reception': 'reception',
  'stay.mandate': 'mandate',
  'stay.need': 'need',
  'stay.matter': 'matter',
  'detention.begun': 'detention',
  'detention.moved': 'detention',
  'detention.recorded': 'detention',
  'detention.withdrawn': 'detention',
  'claim.withdrawn': 'withdrawn',
  'person.joined': 'people',
  'person.role': 'people',
  'person.left': 'people',
  'person.returned': 'people',
  'summary.made': 'summary',
  'summary.opened': 'summaryOpened',
}

/** A line of the trail as a sentence. */
export const useHistoryWords = (): ((line: {
  event: string
  name: string
  audience?: string | null
}) => string) => {
  const t = useTranslations('cases.history')
  return ({ event, name, audience }) => t(WORD_OF[event] ?? 'other', { name, audience: audience ?? '' })
}
