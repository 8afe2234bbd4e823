import type { FigureId } from '@/lib/reporting/figure.rules'
import { seenPeople } from './meetings'
import { lastSaid } from './registers'
import type { Seen } from './seen'
import type { Occurrence, Recount } from './tally'

const onDay = (day: string) => ({ first: day, last: day, written: day })

const activities = (seen: Seen): Occurrence[] =>
  lastSaid(seen.activity).map(
    ({ subject_id, person_id, case_id, place_id, on_day, way, project_id, minutes }) => ({
      thing: subject_id,
      person: seen.became(person_id),
      file: case_id,
      office: seen.officeOf(case_id),
      place: place_id,
      ...onDay(on_day),
      codes: { activity_way: way, project: project_id },
      amount: minutes === null ? null : minutes / 60,
    }),
  )

const groupSessions = (seen: Seen): Occurrence[] =>
  seen.group_session
    .filter(({ taken_back_at }) => taken_back_at === null)
    .map(({ id, team_id, on_day, topic, interpreter_language, project_id, ...heads }) => ({
      thing: id,
      person: null,
      office: team_id,
      place: null,
      ...onDay(on_day),
      codes: { topic, language: interpreter_language, project: project_id },
      amount: heads.women + heads.men + heads.adults_other + heads.girls + heads.boys + heads.minors_other,
    }))

const enquiries = (seen: Seen): Occurrence[] =>
  seen.enquiry
    .filter(({ taken_back_at }) => taken_back_at === null)
    .map(({ id, team_id, on_day, way, topic, language, nationality, people }) => ({
      thing: id,
      person: null,
      office: team_id,
      place: null,
      ...onDay(on_day),
      codes: { enquiry_way: way, topic, language, enquiry_nationality: nationality },
      amount: people,
    }))

export const ofActivities = {
  participants: {
    counts: 'people',
    when: 'in',
    lines: (seen) => [...seenPeople(seen), ...activities(seen)],
  },
  activities: { counts: 'things', when: 'in', lines: activities },
  people_in_activities: { counts: 'people', when: 'in', lines: activities },
  activity_hours: { counts: 'sum', when: 'in', lines: activities },
  group_sessions: { counts: 'things', when: 'in', lines: groupSessions },
  group_session_people: { counts: 'sum', when: 'in', lines: groupSessions },
  enquiries: { counts: 'things', when: 'in', lines: enquiries },
  enquiry_people: { counts: 'sum', when: 'in', lines: enquiries },
} as const satisfies Partial<Record<FigureId, Recount>>
