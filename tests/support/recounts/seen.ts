import type { RowOf, Rows } from './rows'

/** Who reads a report, as the rows of the organisation say it. */
export type Reader = {
  readonly id: string
  readonly role: 'caseworker' | 'coordinator' | 'admin'
  /** Offices that they lead. */
  readonly leads: readonly string[]
  /** Holds the capability that reads figures of the whole organisation. */
  readonly readsFigures: boolean
}
export type Reach = 'own' | 'team' | 'organisation'

/** What of an organisation is counted for a reader: the same rows, without those out of reach. */
export type Seen = Rows & {
  /** The person whom a row became, when two were merged. */
  readonly became: (personId: string) => string
  readonly officeOf: (caseId: string) => string
  readonly placeOf: (placeId: string | null) => RowOf<'place'> | null
}

const isMember = (rows: Rows, reader: Reader, caseId: string, now: Date): boolean =>
  rows.case_member.some(
    (member) =>
      member.case_id === caseId &&
      member.staff_id === reader.id &&
      member.kind !== 'guest' &&
      member.valid_from <= now &&
      (member.valid_until === null || member.valid_until > now),
  )

const isCounted = (
  rows: Rows,
  reader: Reader,
  reach: Reach,
  file: RowOf<'case_file'>,
  now: Date,
): boolean => {
  if (reach === 'own') {
    if (reader.role === 'admin') return false
    if (isMember(rows, reader, file.id, now)) return true
    return file.worker_id === reader.id && file.secrecy === 'open'
  }
  if (file.secrecy !== 'open') return false
  if (reach === 'team') return reader.role === 'coordinator' && reader.leads.includes(file.team_id)
  return reader.readsFigures
}

const isCountedVisit = (rows: Rows, reader: Reader, reach: Reach, visit: RowOf<'visit'>): boolean => {
  switch (reach) {
    case 'own':
      return (
        reader.role !== 'admin' &&
        rows.visit_visitor.some(({ visit_id, staff_id }) => visit_id === visit.id && staff_id === reader.id)
      )
    case 'team':
      return reader.role === 'coordinator' && reader.leads.includes(visit.team_id)
    case 'organisation':
      // A visit names no one: an admin counts them all.
      return reader.readsFigures || reader.role === 'admin'
  }
}

/** An enquiry or a session with a group names no one: an admin counts them all. No one has one of their own. */
const isOfOffice = (
  reader: Reader,
  reach: Reach,
  { team_id }: RowOf<'enquiry'> | RowOf<'group_session'>,
): boolean => {
  switch (reach) {
    case 'own':
      return false
    case 'team':
      return reader.role === 'coordinator' && reader.leads.includes(team_id)
    case 'organisation':
      return reader.readsFigures || reader.role === 'admin'
  }
}

export const seenBy = (rows: Rows, reader: Reader, reach: Reach, now: Date): Seen => {
  const merged = new Map(
    rows.person_merge
      .filter(({ undone_at }) => undone_at === null)
      .map((one) => [one.absorbed_id, one.kept_id]),
  )
  const became = (personId: string): string => {
    const next = merged.get(personId)
    return next === undefined ? personId : became(next)
  }
  const places = new Map(rows.place.map((place) => [place.id, place]))
  const offices = new Map(rows.case_file.map(({ id, team_id }) => [id, team_id]))
  const files = rows.case_file.filter((file) => isCounted(rows, reader, reach, file, now))
  const fileIds = new Set(files.map(({ id }) => id))
  const visits = rows.visit.filter((visit) => isCountedVisit(rows, reader, reach, visit))
  const visitIds = new Set(visits.map(({ id }) => id))
  const ofFile = <T extends { readonly case_id: string }>(all: readonly T[]): T[] =>
    all.filter(({ case_id }) => fileIds.has(case_id))
  const ofVisit = <T extends { readonly visit_id: string }>(all: readonly T[]): T[] =>
    all.filter(({ visit_id }) => visitIds.has(visit_id))
  const casePeople = ofFile(rows.case_person)
  const personIds = new Set(casePeople.map(({ person_id }) => became(person_id)))
  // What was said in a circle counts for those who are in it alone.
  const ofPerson = <T extends { readonly person_id: string; readonly circle_case_id: string | null }>(
    all: readonly T[],
  ): T[] =>
    all.filter(
      ({ person_id, circle_case_id }) =>
        personIds.has(became(person_id)) &&
        (circle_case_id === null || (reach === 'own' && fileIds.has(circle_case_id))),
    )
  return {
    ...rows,
    case_file: files,
    case_member: ofFile(rows.case_member),
    case_person: casePeople,
    case_closing: ofFile(rows.case_closing),
    person: rows.person.filter(({ id }) => personIds.has(id)),
    age_claim: ofPerson(rows.age_claim),
    nationality: ofPerson(rows.nationality),
    own_value: ofFile(rows.own_value),
    own_person_value: ofPerson(rows.own_person_value),
    visit: visits,
    visit_visitor: ofVisit(rows.visit_visitor),
    visit_group: ofVisit(rows.visit_group),
    visit_observation: ofVisit(rows.visit_observation),
    encounter: ofFile(rows.encounter),
    encounter_item: ofFile(rows.encounter_item),
    signal: ofFile(rows.signal),
    place_stay: ofFile(rows.place_stay),
    detention_episode: ofFile(rows.detention_episode),
    detention_event: ofFile(rows.detention_event),
    asylum_application: ofFile(rows.asylum_application),
    asylum_event: ofFile(rows.asylum_event),
    legal_mandate: ofFile(rows.legal_mandate),
    reception_stay: ofFile(rows.reception_stay),
    matter_step: ofFile(rows.matter_step),
    sheet_given: ofFile(rows.sheet_given),
    referral: ofFile(rows.referral),
    referral_step: ofFile(rows.referral_step),
    guardianship_event: ofFile(rows.guardianship_event),
    consent: ofFile(rows.consent),
    consent_end: ofFile(rows.consent_end),
    deadline: ofFile(rows.deadline),
    activity: ofFile(rows.activity),
    group_session: rows.group_session.filter((session) => isOfOffice(reader, reach, session)),
    enquiry: rows.enquiry.filter((enquiry) => isOfOffice(reader, reach, enquiry)),
    became,
    placeOf: (placeId) => (placeId === null ? null : (places.get(placeId) ?? null)),
    officeOf: (caseId) => {
      const office = offices.get(caseId)
      if (office === undefined) throw new Error(`no office has the file ${caseId}`)
      return office
    },
  }
}
