import { insertPersonWithFile } from '@/lib/cases/case.data'
import { saveOwnAnswers } from '@/lib/fields/answer.actions'
import { currentAnswers, listGiven, versionOfAnswers } from '@/lib/fields/answer.data'
import { listFields } from '@/lib/fields/field.data'
import { emptyPerson } from '@/lib/people/empty-person'
import { toNewPerson } from '@/lib/people/person.schema'
import { dayOf } from '@/lib/shared/dates'
import { act } from '../handlers'
import { type Typing, typedAnswer } from './fields'
import type { GivenOrganisation } from './organisation'

const today = dayOf(new Date())
/** Who reads or answers. */
export type Asker = 'casey' | 'cory' | 'coral' | 'sol' | 'ada' | 'stranger'
/** A file with one person in it. */
export type AnsweredFile = { readonly caseId: string; readonly personId: string }

/** Files with one person, and the answers to own fields in them, as colleagues of an organisation read and give them. */
export const answering = (organisation: () => GivenOrganisation) => {
  const givenFile = (secrecy: 'open' | 'restricted' | 'sealed' = 'open') =>
    organisation().casey.work((work) =>
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
  const read = ({ caseId, personId }: AnsweredFile, who: Asker = 'casey') =>
    organisation()[who].work(async (work) =>
      listGiven(work, await listFields(work), { caseId, personIds: [personId] }),
    )
  const versionIn = async (file: AnsweredFile, personId: string | null, who: Asker = 'casey') =>
    versionOfAnswers(await read(file, who), { personId })
  /** Saves answers by field, with the version that is read now unless another one is said. */
  const save = async (
    file: AnsweredFile,
    answers: Readonly<Record<string, Typing>>,
    { who = 'casey', of = 'file', version }: { who?: Asker; of?: 'file' | 'person'; version?: number } = {},
  ) => {
    const personId = of === 'file' ? null : file.personId
    return act(organisation()[who].token, saveOwnAnswers, {
      caseId: file.caseId,
      personId: personId ?? '',
      version: version ?? (await versionIn(file, personId)),
      ...Object.fromEntries(Object.entries(answers).map(([id, one]) => [id, typedAnswer(one)])),
    })
  }
  const stands = async (
    file: AnsweredFile,
    fieldId: string,
    of: 'file' | 'person' = 'file',
    who: Asker = 'casey',
  ) =>
    currentAnswers(await read(file, who), { personId: of === 'file' ? null : file.personId })
      .get(fieldId)
      ?.map(({ answer }) => answer) ?? []
  return { givenFile, read, versionIn, save, stands }
}
