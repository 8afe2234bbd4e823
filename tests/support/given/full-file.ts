import * as z from 'zod'
import { saveApplication } from '@/lib/asylum/application.actions'
import { recordEvent } from '@/lib/asylum/event.actions'
import { saveMandate, saveMatter, saveNeed } from '@/lib/asylum/register.actions'
import { editNextStep } from '@/lib/cases/case.actions'
import { insertPersonWithFile } from '@/lib/cases/case.data'
import { writeNote } from '@/lib/cases/note.actions'
import { saveContact } from '@/lib/contacts/contact.actions'
import { recordDeadline } from '@/lib/deadlines/deadline.actions'
import { beginEpisode, recordDetentionEvent } from '@/lib/detention/episode.actions'
import { recordGuardianship } from '@/lib/guardianship/event.actions'
import { emptyPerson } from '@/lib/people/empty-person'
import { toNewPerson } from '@/lib/people/person.schema'
import { addDays, dayOf } from '@/lib/shared/dates'
import { newId } from '@/lib/shared/ids'
import { addGoal } from '@/lib/tasks/goal.actions'
import { addTask } from '@/lib/tasks/task.actions'
import { act } from '../handlers'
import { anEvent } from './asylum'
import { aContact } from './contacts'
import { eventInput } from './episode'
import { aGuardianshipEvent } from './guardianship'
import type { GivenOrganisation } from './organisation'
import { aMandate, aMatter, aNeed } from './registers'

type Action = Parameters<typeof act>[1]
const done = z.object({ ok: z.literal(true), value: z.record(z.string(), z.unknown()) })

/** A file of casey with what they know of a person, and no more. The words are those of givenFullFile. */
export const givenNamedFile = ({ casey, north }: GivenOrganisation) =>
  casey.work((work) =>
    insertPersonWithFile(work, {
      person: {
        ...toNewPerson(
          {
            ...emptyPerson,
            name: 'Kalimo Zzfictar',
            otherName: 'Zzalias Qqother',
            ageAnswer: 'born',
            born: '14/5/1999',
            nationality: 'ER',
            language: 'ti',
          },
          '2026-02-03',
        ),
        identifiers: [{ kind: 'recognise', text: 'Zzscar on Qqhand' }],
      },
      file: {
        kind: 'detention',
        teamId: north,
        workerId: casey.id,
        openedOn: '2026-02-03',
        status: 'active',
        risk: 'low',
        secrecy: 'open',
        secondMemberId: null,
        nextStep: null,
        stay: null,
      },
    }),
  )

/**
 * A file of casey with something in every room that hangs on a file. Every word that someone typed begins with Zz, Qq or
 * Kalimo, so that it is found again wherever it may turn up.
 */
export const givenFullFile = async (organisation: GivenOrganisation) => {
  const { casey } = organisation
  const today = dayOf(new Date())
  const did = async (action: Action, input: unknown, id = ''): Promise<string> =>
    String(done.parse(await act(casey.token, action, input)).value[id])
  const { caseId, personId, code } = await givenNamedFile(organisation)
  const text = 'Zzstep: phone Qqbrother on 0470 12 34 56'
  await did(editNextStep, { caseId, version: 1, text: 'Zzearlier step: ask Qqneighbour', on: '' })
  const version = Number(
    await did(editNextStep, { caseId, version: 2, text, on: addDays(today, 29) }, 'version'),
  )
  const goalId = await did(addGoal, { caseId, text: 'Zzgoal of Qqherself' }, 'goalId')
  await did(addTask, {
    caseId,
    text: 'Zztask for Qqlawyer, mail zz@fictar.example',
    assignedTo: casey.id,
    dueOn: addDays(today, 28),
    goalId,
  })
  await did(
    saveContact,
    aContact(caseId, personId, {
      value: '0470 65 43 21',
      whose: 'Zzflatmate of Qqherself',
      sayWeAre: 'Zzdentist',
      hours: 'Zzevenings after Qqwork',
      mayKnow: 'Qqcousin',
      codeWord: 'Zzlemon',
      words: 'Zzring twice',
    }),
  )
  await did(writeNote, { caseId, kind: 'call', happenedOn: '2026-08-07', text: 'Zznote on Qqeverything' })
  await did(
    recordGuardianship,
    aGuardianshipEvent(caseId, personId, 'guardian_appointed', {
      on: '2026-08-11',
      who: 'Zzguardian Qqnamed',
      phone: '0470 98 76 54',
      service: 'Zzservice of Qqguardians',
      words: 'Zzguardianship of Qqnobody',
    }),
  )
  await did(
    recordGuardianship,
    aGuardianshipEvent(caseId, personId, 'missing', { on: '2026-08-19', place: 'Zzstation in Qqtown' }),
  )
  await did(recordDeadline, {
    caseId,
    replaces: '',
    version: 0,
    event: 'cgrs_decision_notified',
    happenedOn: '2026-11-16',
    happenedAt: '',
    notification: 'hand_delivery',
    held: 'no',
    facts: [],
    lodgedOn: '2025-03-03',
    registeredOn: '',
    letterKind: 'none',
    letterOn: '',
    letterAmount: '',
    letterUnit: 'calendar_day',
  })
  const applicationId = await did(
    saveApplication,
    {
      caseId,
      applicationId: '',
      version: 0,
      way: 'territory',
      sequence: '2',
      language: 'fr',
      place: 'prison',
      reasons: [],
    },
    'applicationId',
  )
  const lodged = { on: '5/3/2025', words: 'Zzwords beside Qqevent' }
  await did(recordEvent, anEvent(caseId, applicationId, 'lodged', lodged))
  const who = 'Zzadvocate Qqchambers'
  await did(saveMandate, aMandate(caseId, { who, askedOn: '2026-10-05', words: 'Zzdesk at Qqchambers' }))
  const told = { toldTo: 'cgrs', toldOn: '2026-10-06', words: 'Zzquiet room for Qqherself' }
  await did(saveNeed, aNeed(caseId, personId, { need: 'torture_violence', source: 'certificate', ...told }))
  const doubts = ['afraid', 'held']
  await did(
    saveMatter,
    aMatter(caseId, {
      kind: 'applied',
      programme: 'iom',
      on: '7/10/2026',
      doubts,
      words: 'Zzfear of Qqreturn',
    }),
  )
  const begun = {
    caseId,
    personIds: [personId],
    placeId: organisation.placeId,
    since: '2026-09-29',
    arrestContext: 'police_check',
  }
  const at = { caseId, episodeId: await did(beginEpisode, begun, 'episodeId') }
  const order = {
    orderKind: 'initial',
    ground: 'art_7',
    printedEnd: '2026-12-28',
    text: 'Zzorder by Qqofficer',
  }
  await did(recordDetentionEvent, eventInput(at, 'ordered', '30/9/2026', order))
  await did(
    recordDetentionEvent,
    eventInput(at, 'hunger_strike_began', '8/10/2026', { text: 'Zzsaid Qqvisit' }),
  )
  await givenVisit(organisation, caseId, personId)
  return { caseId, personId, relativeId: await givenRelative(organisation, caseId), code, version }
}

/** A conversation in the centre with an open signal; written past every policy. */
const givenVisit = async (
  organisation: GivenOrganisation,
  caseId: string,
  personId: string,
): Promise<void> => {
  const [visitId, encounterId] = [newId(), newId()]
  const { north, placeId, casey } = organisation
  await organisation.ask(
    `INSERT INTO visit (id, team_id, place_id, on_date, created_by) VALUES ($1, $2, $3, '2026-10-13', $4)`,
    [visitId, north, placeId, casey.id],
  )
  await organisation.ask(
    `INSERT INTO encounter (id, visit_id, case_id, person_id, place_id, met_on, position, outcome, author_id)
     VALUES ($1, $2, $3, $4, $5, '2026-10-13', 1, 'seen', $6)`,
    [encounterId, visitId, caseId, personId, placeId, casey.id],
  )
  await organisation.ask(
    `INSERT INTO signal (id, encounter_id, case_id, code, severity, raised_by)
     VALUES ($1, $2, $3, 'no_lawyer', 'watch', $4)`,
    [newId(), encounterId, caseId, casey.id],
  )
}

/** Someone else in the file, with a name, a code and an age of their own. */
const givenRelative = async (organisation: GivenOrganisation, caseId: string): Promise<string> => {
  const id = newId()
  await organisation.ask(`INSERT INTO person (id, code, created_by) VALUES ($1, 'ZZR-QQ77', $2)`, [
    id,
    organisation.casey.id,
  ])
  await organisation.ask(
    `INSERT INTO person_name (id, person_id, kind, text) VALUES ($1, $2, 'as_said', 'Zzsister Qqrelative')`,
    [newId(), id],
  )
  await organisation.ask(
    `INSERT INTO age_claim (id, person_id, basis, age_years, as_of) VALUES ($1, $2, 'said', 41, '2026-03-04')`,
    [newId(), id],
  )
  await organisation.ask(
    `INSERT INTO case_person (case_id, person_id, role) VALUES ($1, $2, 'family_member')`,
    [caseId, id],
  )
  return id
}
