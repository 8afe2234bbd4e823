import { insertPersonWithFile } from '@/lib/cases/case.data'
import { saveEncounterAnswers, saveVisitAnswers } from '@/lib/detention/own-answer.actions'
import { saveOwnAnswers } from '@/lib/fields/answer.actions'
import { listGiven } from '@/lib/fields/answer.data'
import { listFields } from '@/lib/fields/field.data'
import { currentAnswers, versionOfAnswers, type Whose } from '@/lib/fields/given.rules'
import { FIELD_OWNERS, type FieldOwner } from '@/lib/fields/owner.rules'
import { emptyPerson } from '@/lib/people/empty-person'
import { toNewPerson } from '@/lib/people/person.schema'
import { dayOf } from '@/lib/shared/dates'
import { newId } from '@/lib/shared/ids'
import { act } from '../handlers'
import { type Typing, typedAnswer } from './fields'
import type { GivenOrganisation } from './organisation'

const today = dayOf(new Date())
/** Who reads or answers. */
export type Asker = 'casey' | 'cory' | 'coral' | 'sol' | 'ada' | 'stranger'
/** A file with one person in it, and a conversation with them on a visit where one is asked for. */
export type AnsweredFile = {
  readonly caseId: string
  readonly personId: string
  readonly encounterId?: string
  readonly visitId?: string
}
export const whoseIn = (
  { caseId, personId, encounterId = newId(), visitId = newId() }: AnsweredFile,
  owner: FieldOwner,
): Whose => ({ owner, id: { file: caseId, person: personId, encounter: encounterId, visit: visitId }[owner] })

/** Files with one person, and the answers to own fields in them, as colleagues of an organisation read and give them. */
export const answering = (organisation: () => GivenOrganisation) => {
  const givenFile = async (secrecy: 'open' | 'restricted' | 'sealed' = 'open') => {
    const { caseId, personId } = await organisation().casey.work((work) =>
      insertPersonWithFile(work, {
        person: toNewPerson({ ...emptyPerson, name: 'Selamo Fictar' }, today),
        file: {
          kind: 'general',
          teamId: organisation().north,
          workerId: organisation().casey.id,
          openedOn: today,
          status: 'active',
          risk: 'low',
          secrecy,
          secondMemberId: secrecy === 'sealed' ? organisation().cory.id : null,
          nextStep: null,
          stay: null,
        },
      }),
    )
    return { caseId, personId, ...(await givenEncounter(caseId, personId)) }
  }
  /** A conversation of Casey with the person, on a visit of the day. */
  const givenEncounter = async (caseId: string, personId: string) => {
    const { ask, casey, north, placeId } = organisation()
    const [visitId, encounterId] = [newId(), newId()]
    await ask('INSERT INTO visit (id, team_id, place_id, on_date, created_by) VALUES ($1, $2, $3, $4, $5)', [
      visitId,
      north,
      placeId,
      today,
      casey.id,
    ])
    await ask(
      `INSERT INTO encounter (id, visit_id, case_id, person_id, place_id, met_on, position, outcome, author_id)
       VALUES ($1, $2, $3, $4, $5, $6, 1, 'seen', $7)`,
      [encounterId, visitId, caseId, personId, placeId, today, casey.id],
    )
    return { encounterId, visitId }
  }
  const read = (file: AnsweredFile, who: Asker = 'casey') =>
    organisation()[who].work(async (work) =>
      listGiven(work, await listFields(work), {
        caseId: file.caseId,
        whose: FIELD_OWNERS.codes.map((owner) => whoseIn(file, owner)),
      }),
    )
  const versionIn = async (file: AnsweredFile, of: FieldOwner, who: Asker = 'casey') =>
    versionOfAnswers(await read(file, who), whoseIn(file, of))
  /** Saves answers by field, with the version that is read now unless another one is said. */
  const save = async (
    file: AnsweredFile,
    answers: Readonly<Record<string, Typing>>,
    { who = 'casey', of = 'file', version }: { who?: Asker; of?: FieldOwner; version?: number } = {},
  ) => {
    const { token } = organisation()[who]
    const { id } = whoseIn(file, of)
    const sent = {
      version: version ?? (await versionIn(file, of)),
      ...Object.fromEntries(Object.entries(answers).map(([fieldId, one]) => [fieldId, typedAnswer(one)])),
    }
    switch (of) {
      case 'file':
        return act(token, saveOwnAnswers, { caseId: id, personId: '', ...sent })
      case 'person':
        return act(token, saveOwnAnswers, { caseId: file.caseId, personId: id, ...sent })
      case 'encounter':
        return act(token, saveEncounterAnswers, { encounterId: id, ...sent })
      case 'visit':
        return act(token, saveVisitAnswers, { visitId: id, ...sent })
    }
  }
  const stands = async (file: AnsweredFile, fieldId: string, of: FieldOwner = 'file', who: Asker = 'casey') =>
    currentAnswers(await read(file, who), whoseIn(file, of))
      .get(fieldId)
      ?.map(({ answer }) => answer) ?? []
  return { givenFile, givenEncounter, read, versionIn, save, stands }
}
