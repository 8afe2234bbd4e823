import { useTranslations } from 'next-intl'

/** Tables by what they are called on a certificate; what is not named here is counted among "further records". */
const GROUPS = {
  notes: ['note', 'note_revision'],
  papers: ['attachment'],
  contacts: [
    'activity',
    'appointment',
    'group_person',
    'encounter_account',
    'encounter_revision',
    'visit_wish',
    'visit_plan_person',
  ],
  plan: ['task', 'goal'],
  deadlines: ['deadline'],
  procedure: [
    'asylum_application',
    'asylum_event',
    'stay_document',
    'reception_stay',
    'legal_mandate',
    'matter_step',
  ],
  needs: ['special_need', 'screening'],
  detention: ['detention_episode', 'detention_event', 'place_stay'],
  guardianship: ['guardianship_event'],
  trafficking: ['trafficking_account', 'trafficking_sign', 'trafficking_event', 'exploiter'],
  consents: ['consent', 'consent_end'],
  shared: ['referral', 'referral_step', 'case_summary'],
  comments: ['comment'],
} as const
type Group = keyof typeof GROUPS
const isGroup = (text: string): text is Group => Object.hasOwn(GROUPS, text)
const groupOf = (table: string): Group | 'other' =>
  Object.keys(GROUPS)
    .filter(isGroup)
    .find((group) => GROUPS[group].some((one) => one === table)) ?? 'other'

/** How much of what is gone, a line a group. */
export const useGone = (gone: Readonly<Record<string, number>>): string[] => {
  const t = useTranslations('rights.group')
  const counts = new Map<Group | 'other', number>()
  for (const [table, count] of Object.entries(gone))
    counts.set(groupOf(table), (counts.get(groupOf(table)) ?? 0) + count)
  return [...counts].map(([group, count]) => t(group, { count }))
}
