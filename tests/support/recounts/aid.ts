import type { FigureId } from '@/lib/reporting/figure.rules'
import { dayIn } from './calendar'
import { firsts } from './meetings'
import { earliest, everyone, fileOf, lastSaid, sorted, told } from './registers'
import type { RowOf } from './rows'
import type { Seen } from './seen'
import type { Occurrence, Recount } from './tally'

const NEVER = '9999-12-31'

type Mandate = RowOf<'legal_mandate'>
/** Since when and until when someone acts or advises; null where no one does. */
const acting = (seen: Seen, mandate: Mandate) => {
  const { aid, asked_on, granted_on, ended_on, end_reason, created_at } = mandate
  const since = aid === 'second_line' ? granted_on : (granted_on ?? asked_on)
  const until = ended_on ?? (end_reason === null ? null : dayIn(created_at))
  const first = seen.legal_mandate.find(({ id }) => id === mandate.subject_id)
  const written = dayIn(first?.created_at ?? created_at)
  const isGiven = end_reason !== 'refused' && (aid !== 'second_line' || granted_on !== null)
  return { since, until, written, isGiven }
}

const aided = (seen: Seen): Occurrence[] =>
  lastSaid(seen.legal_mandate).flatMap((mandate) => {
    const { since, until, written, isGiven } = acting(seen, mandate)
    if (!isGiven) return []
    return told(seen, mandate, everyone(seen, mandate.case_id, since, until), {
      thing: mandate.subject_id,
      first: since,
      last: until,
      codes: { aid: mandate.aid },
    }).map((line) => ({ ...line, written }))
  })

const lawyerWaits = (seen: Seen): Occurrence[] =>
  lastSaid(seen.legal_mandate).flatMap((mandate) => {
    if (mandate.aid !== 'second_line') return []
    const { until, written } = acting(seen, mandate)
    const { asked_on, granted_on, case_id } = mandate
    const file = fileOf(seen, case_id)
    return told(seen, mandate, everyone(seen, case_id, asked_on, granted_on ?? NEVER), {
      thing: mandate.subject_id,
      first: asked_on,
      last: granted_on,
      known: file.opened_on,
      lost: earliest(file.closed_on, granted_on === null ? until : null),
    }).map((line) => ({ ...line, written }))
  })

const hasLawyer = (seen: Seen, personId: string, day: string): boolean => {
  const files = seen.case_person
    .filter(({ person_id }) => seen.became(person_id) === personId)
    .map(({ case_id }) => case_id)
  return lastSaid(seen.legal_mandate).some((mandate) => {
    if (!files.includes(mandate.case_id) || mandate.aid === 'first_line') return false
    const { since, until, written, isGiven } = acting(seen, mandate)
    return isGiven && (since ?? written) <= day && (until === null || until >= day)
  })
}
const metAlone = (seen: Seen): Occurrence[] =>
  firsts(seen).map((line) => ({
    ...line,
    codes: {
      ...line.codes,
      lawyer:
        line.person !== null && line.first !== null && hasLawyer(seen, line.person, line.first)
          ? 'acts'
          : 'none',
    },
  }))
const isAlone = ({ codes }: Occurrence): boolean => codes?.lawyer === 'none'

const receptions =
  (is: (type: string) => boolean) =>
  (seen: Seen): Occurrence[] =>
    seen.reception_stay
      .filter(({ place_type }) => is(place_type))
      .flatMap((stay) => {
        const until = stay.until_on ?? (stay.end_reason === null ? null : stay.from_on)
        return told(seen, stay, everyone(seen, stay.case_id, stay.from_on, until ?? NEVER), {
          thing: stay.id,
          first: stay.from_on,
          last: until,
          codes: { reception: stay.place_type, code207: stay.code_207 },
        })
      })

type Step = RowOf<'matter_step'>
const returning =
  (is: (step: Step) => boolean, doubts = false) =>
  (seen: Seen): Occurrence[] =>
    lastSaid(seen.matter_step)
      .filter((step) => step.matter === 'voluntary_return' && is(step))
      .flatMap((step) => {
        const people =
          step.person_id === null
            ? everyone(seen, step.case_id, step.on_from, step.on_to)
            : [seen.became(step.person_id)]
        const line = { first: step.on_from, last: step.on_to }
        const codes = { return_step: step.kind, programme: step.programme }
        return doubts
          ? step.doubts.flatMap((doubt) =>
              told(seen, step, people, {
                ...line,
                thing: `${step.subject_id} ${doubt}`,
                codes: { ...codes, doubt },
              }),
            )
          : told(seen, step, people, { ...line, thing: step.subject_id, codes })
      })

const sheets = (seen: Seen): Occurrence[] =>
  lastSaid(seen.sheet_given).flatMap((sheet) =>
    told(seen, sheet, everyone(seen, sheet.case_id, sheet.given_on, sheet.given_on), {
      thing: sheet.subject_id,
      first: sheet.given_on,
      last: sheet.given_on,
      codes: { language: sheet.language },
    }),
  )

const stepsOf = (seen: Seen, { subject_id }: { readonly subject_id: string }) => {
  const undone = new Set(seen.referral_step.map(({ takes_back }) => takes_back))
  return sorted(
    seen.referral_step.filter(
      ({ id, kind, referral_id }) => referral_id === subject_id && kind !== 'taken_back' && !undone.has(id),
    ),
    ({ on_day }) => on_day,
  )
}
const codesOf = ({ kind, urgency, body_slug }: RowOf<'referral'>) => ({
  referral: kind,
  urgency,
  body: body_slug ?? 'not_listed',
})
const referrals = (seen: Seen): Occurrence[] =>
  lastSaid(seen.referral).flatMap((referral) => {
    const steps = stepsOf(seen, referral)
    const [first] = steps
    if (first === undefined) return []
    const answer = steps.filter(({ kind }) => kind !== 'outcome').at(-1)?.kind ?? 'outcome'
    return told(seen, referral, [seen.became(referral.person_id)], {
      thing: referral.subject_id,
      first: first.on_day,
      last: first.on_day,
      codes: {
        ...codesOf(referral),
        referral_result: ['told', 'sent', 'received'].includes(answer) ? 'waiting' : answer,
      },
    })
  })
const referralWaits = (seen: Seen): Occurrence[] =>
  lastSaid(seen.referral).flatMap((referral) => {
    const steps = stepsOf(seen, referral)
    const sent = steps.find(({ kind }) => kind === 'sent')?.on_day
    if (sent === undefined) return []
    const answer = steps.find(
      ({ kind, on_day }) =>
        on_day >= sent &&
        ['accepted', 'declined', 'person_declined', 'no_capacity', 'outcome'].includes(kind),
    )
    return told(seen, referral, [seen.became(referral.person_id)], {
      thing: referral.subject_id,
      first: sent,
      last: answer?.on_day ?? null,
      known: sent,
      lost: fileOf(seen, referral.case_id).closed_on,
      codes: codesOf(referral),
    })
  })

/** What someone last said in one file; null when they said nothing that holds. */
const lastWord = (seen: Seen, personId: string, caseId: string, now: Date): 'yes' | 'no' | null => {
  const words: { readonly on: string; readonly at: number; readonly says: 'yes' | 'no' }[] = []
  for (const asked of seen.consent) {
    if (asked.case_id !== caseId || seen.became(asked.person_id) !== personId) continue
    if (asked.purpose !== 'statistics' || asked.answer === 'not_asked') continue
    const ends = seen.consent_end.filter(({ consent_id }) => consent_id === asked.id)
    if (ends.some(({ kind }) => kind === 'mistake')) continue
    const [withdrawn] = ends
    if (withdrawn !== undefined)
      words.push({ on: withdrawn.ended_on, at: withdrawn.created_at.getTime(), says: 'no' })
    else if (asked.answer === 'refused')
      words.push({ on: asked.asked_on, at: asked.created_at.getTime(), says: 'no' })
    else if (covers(asked, now))
      words.push({ on: asked.asked_on, at: asked.created_at.getTime(), says: 'yes' })
  }
  const [last] = words.sort((a, b) =>
    a.on !== b.on ? (a.on > b.on ? -1 : 1) : b.at - a.at || (a.says === 'no' ? -1 : 1),
  )
  return last?.says ?? null
}
const covers = ({ expires_at, is_minor, given_by, child_view }: RowOf<'consent'>, now: Date): boolean =>
  (expires_at === null || expires_at > now) &&
  (!is_minor ||
    ((given_by === 'guardian' || given_by === 'parent') &&
      (child_view === 'agrees' || child_view === 'too_young')))

const wordOf = (seen: Seen, personId: string): string => {
  const now = new Date()
  const own = seen.consent.filter(
    ({ person_id, purpose, answer, id }) =>
      seen.became(person_id) === personId &&
      purpose === 'statistics' &&
      answer !== 'not_asked' &&
      !seen.consent_end.some(({ consent_id, kind }) => consent_id === id && kind === 'mistake'),
  )
  const words = [...new Set(own.map(({ case_id }) => case_id))].map((caseId) =>
    lastWord(seen, personId, caseId, now),
  )
  if (words.includes('no')) return 'no'
  if (words.includes('yes')) return 'yes'
  return own.length > 0 ? 'not_valid' : 'not_asked'
}
const asked = (seen: Seen): Occurrence[] =>
  seen.encounter
    .filter(({ outcome }) => outcome === 'seen')
    .map((meeting) => {
      const person = seen.became(meeting.person_id)
      return {
        thing: meeting.id,
        person,
        file: meeting.case_id,
        office: seen.officeOf(meeting.case_id),
        place: meeting.place_id,
        first: meeting.met_on,
        last: meeting.met_on,
        written: meeting.met_on,
        codes: { consent: wordOf(seen, person) },
      }
    })

export const ofAid = {
  without_lawyer: { counts: 'people', when: 'in', lines: (seen) => metAlone(seen).filter(isAlone) },
  share_without_lawyer: { counts: 'people', when: 'in', lines: metAlone, share: isAlone },
  lawyer_wait: { counts: 'waits', when: 'during', lines: lawyerWaits },
  people_aided: { counts: 'people', when: 'during', lines: aided },
  sheets: { counts: 'things', when: 'in', lines: sheets },
  counting_asked: { counts: 'people', when: 'in', lines: asked },
  share_agreeing: {
    counts: 'people',
    when: 'in',
    lines: asked,
    share: ({ codes }) => codes?.consent === 'yes',
  },
  people_received: { counts: 'people', when: 'during', lines: receptions(() => true) },
  without_reception: { counts: 'people', when: 'during', lines: receptions((type) => type === 'no_shelter') },
  people_returning: { counts: 'people', when: 'in', lines: returning(() => true) },
  people_returned: { counts: 'people', when: 'in', lines: returning(({ kind }) => kind === 'left') },
  people_doubted: { counts: 'people', when: 'in', lines: returning(() => true, true) },
  referrals: { counts: 'things', when: 'in', lines: referrals },
  people_referred: { counts: 'people', when: 'in', lines: referrals },
  referral_wait: { counts: 'waits', when: 'during', lines: referralWaits },
} as const satisfies Partial<Record<FigureId, Recount>>
