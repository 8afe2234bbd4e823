import * as z from 'zod'
import { saveAppointment } from '@/lib/appointments/appointment.actions'
import { appointments } from '@/lib/appointments/appointment.data'
import { recordEvent } from '@/lib/asylum/event.actions'
import { listEvents } from '@/lib/asylum/event.data'
import { getCaseHeader } from '@/lib/cases/case-header.data'
import { addClaim } from '@/lib/cases/claim.actions'
import { joinFile } from '@/lib/cases/file-people.actions'
import { writeNote } from '@/lib/cases/note.actions'
import { writeComment } from '@/lib/comments/comment.actions'
import { listComments } from '@/lib/comments/comment.data'
import { recordConsent } from '@/lib/consents/consent.actions'
import { listConsents } from '@/lib/consents/consent.data'
import { saveContact } from '@/lib/contacts/contact.actions'
import { contacts } from '@/lib/contacts/contact.data'
import type { Work } from '@/lib/db/work'
import { recordGuardianship } from '@/lib/guardianship/event.actions'
import { listEvents as listGuardianship } from '@/lib/guardianship/event.data'
import { emptyMore, emptyPerson } from '@/lib/people/empty-person'
import { saveQuote } from '@/lib/quotes/quote.actions'
import { quotes } from '@/lib/quotes/quote.data'
import { recordReferralStep, saveReferral } from '@/lib/referrals/referral.actions'
import { listReferrals } from '@/lib/referrals/referral.data'
import { listSteps } from '@/lib/referrals/step.data'
import { placeHold } from '@/lib/rights/hold.actions'
import { listHolds } from '@/lib/rights/hold.data'
import { askCorrection } from '@/lib/rights/request.actions'
import { listCorrections } from '@/lib/rights/request.data'
import { asTyped } from '@/lib/server/typed'
import { makeSummary } from '@/lib/summaries/summary.actions'
import { listSummaries } from '@/lib/summaries/summary.data'
import { addGoal } from '@/lib/tasks/goal.actions'
import { listGoals } from '@/lib/tasks/goal.data'
import { addTask } from '@/lib/tasks/task.actions'
import { listTasks } from '@/lib/tasks/task.data'
import { listTimeline } from '@/lib/timeline/timeline.data'
import { saveTraffickingAccount } from '@/lib/trafficking/account.actions'
import { listAccounts } from '@/lib/trafficking/account.data'
import { addExploiter } from '@/lib/trafficking/exploiter.actions'
import { listExploiters } from '@/lib/trafficking/exploiter.data'
import { saveTraffickingStage } from '@/lib/trafficking/stage.actions'
import { stages } from '@/lib/trafficking/stage.data'
import { anAppointment } from './given/appointments'
import { anEvent, givenWay } from './given/asylum'
import { givenConsentFile } from './given/consent-file'
import { aConsent } from './given/consents'
import { aContact } from './given/contacts'
import { aGuardianshipEvent } from './given/guardianship'
import type { GivenOrganisation } from './given/organisation'
import { aQuote } from './given/quotes'
import { aReferral, aStep } from './given/referrals'
import { anAccount } from './given/trafficking'
import { act } from './handlers'
import { REGISTER_COMMANDS } from './register-commands'

const OWN_USE = { purpose: 'quote', recipient: '', scopes: [] }

/** A file of casey with a minor in it and a way, or one about possible trafficking: whichever a command is done on. */
export const givenCommandFile = async (
  organisation: GivenOrganisation,
  { isApart }: Pick<Command, 'isApart'>,
): Promise<CommandFile> => {
  const workerId = organisation.casey.id
  if (isApart)
    return {
      ...(await givenConsentFile(organisation, { kind: 'thb', secrecy: 'restricted' })),
      workerId,
      applicationId: '',
      referralId: '',
    }
  const file = await givenConsentFile(organisation, { kind: 'asylum', age: '15' })
  const { caseId, personId } = file
  const referred = await act(organisation.casey.token, saveReferral, aReferral(caseId, personId))
  if (!referred.ok) throw new Error(referred.code)
  const applicationId = await givenWay(organisation, caseId)
  const agreed = await act(
    organisation.casey.token,
    recordConsent,
    aConsent(caseId, personId, { ...OWN_USE, givenBy: 'guardian', childView: 'agrees' }),
  )
  if (!agreed.ok) throw new Error(agreed.code)
  return { ...file, workerId, applicationId, referralId: referred.value.subjectId }
}
type CommandFile = {
  readonly caseId: string
  readonly personId: string
  readonly workerId: string
  readonly applicationId: string
  readonly referralId: string
}

export type Command = {
  readonly open: Parameters<typeof act>[1]
  /** What the form sends: complete, with `words` in every field that takes any words, after so many were saved. */
  readonly input: (file: CommandFile, words: string, saved: number) => unknown
  /** Done on a file about possible trafficking. */
  readonly isApart?: true
  /** What anyone who works on the file reads of it afterwards. */
  readonly read: (work: Work, caseId: string) => Promise<unknown>
}

/** What can be done on a file with words in it, again and again. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  writeNote: {
    open: writeNote,
    input: ({ caseId }, text) => ({ caseId, kind: 'note', happenedOn: '2026-11-02', text }),
    read: listTimeline,
  },
  addTask: {
    open: addTask,
    input: ({ caseId, workerId }, text) => ({ caseId, text, assignedTo: workerId, dueOn: '' }),
    read: listTasks,
  },
  addGoal: { open: addGoal, input: ({ caseId }, text) => ({ caseId, text }), read: listGoals },
  writeComment: {
    open: writeComment,
    input: ({ caseId }, text) => ({ caseId, kind: 'thanks', text, toStaffId: '', answersId: '' }),
    read: listComments,
  },
  addClaim: {
    open: addClaim,
    input: ({ caseId, personId }, name) => {
      const {
        ageAnswer,
        ageYears,
        ageTo,
        born,
        ageTested,
        ageMargin,
        ageBasis,
        ageSource,
        ageSeen,
        ageAsOf,
      } = emptyPerson
      const age = {
        ageAnswer,
        ageYears,
        ageTo,
        born,
        ageTested,
        ageMargin,
        ageBasis,
        ageSource,
        ageSeen,
        ageAsOf,
      }
      const country = { nationality: 'notAsked', certainty: 'said', ...emptyMore }
      return { caseId, personId, name, nameKind: 'alias', ...age, ...country }
    },
    read: getCaseHeader,
  },
  joinFile: {
    open: joinFile,
    input: ({ caseId }, name) => ({
      ...emptyPerson,
      caseId,
      personId: '',
      name,
      otherName: name,
      role: 'sibling',
      basis: 'said',
      since: '2026-11-02',
      placeId: '',
      placeSince: '',
    }),
    read: getCaseHeader,
  },
  saveReferral: {
    open: saveReferral,
    input: ({ caseId, personId }, words) =>
      aReferral(caseId, personId, { to: words, asked: words, contact: words, reach: words }),
    read: listReferrals,
  },
  recordConsent: {
    open: recordConsent,
    input: ({ caseId, personId }, words) =>
      aConsent(caseId, personId, {
        recipient: 'named',
        named: words,
        words,
        form: 'stated',
        statement: words,
        heardBy: words,
        interpreter: 'present',
        interpreterName: words,
        givenBy: 'self',
        childView: 'agrees',
      }),
    read: listConsents,
  },
  recordReferralStep: {
    open: recordReferralStep,
    input: ({ caseId, referralId }, words) =>
      aStep(caseId, referralId, { words, nextOn: '2026-12-01', nextText: words }),
    read: async (work, caseId) => [await listSteps(work, caseId), await listTasks(work, caseId)],
  },
  saveContact: {
    open: saveContact,
    input: ({ caseId, personId }, words) => {
      const kept = { value: words, whose: words, hours: words, mayKnow: words }
      return aContact(caseId, personId, { ...kept, sayWeAre: words, codeWord: words, words })
    },
    read: contacts.list,
  },
  saveQuote: {
    open: saveQuote,
    input: ({ caseId, personId }, words) => aQuote(caseId, personId, { words }),
    read: quotes.list,
  },
  saveAppointment: {
    open: saveAppointment,
    input: ({ caseId, personId }, words) =>
      anAppointment(caseId, personId, {
        state: 'missed',
        interpreterLanguage: 'ti',
        address: words,
        contact: words,
        interpreter: words,
        preparation: words,
        reason: words,
      }),
    read: appointments.list,
  },
  askCorrection: {
    open: askCorrection,
    input: ({ caseId, personId }, words) => ({ caseId, personId, askedOn: '2026-11-02', words }),
    read: listCorrections,
  },
  placeHold: {
    open: placeHold,
    input: ({ caseId }, words) => ({ caseId, ground: 'other', words, reviewOn: '2030-01-01' }),
    read: listHolds,
  },
  ...Object.fromEntries(REGISTER_COMMANDS.map(({ name, ...command }) => [name, command] as const)),
  recordEvent: {
    open: recordEvent,
    input: ({ caseId, applicationId }, words) =>
      anEvent(caseId, applicationId, 'lodged', { on: '5/3/2025', words }),
    read: listEvents,
  },
  recordGuardianship: {
    open: recordGuardianship,
    input: ({ caseId, personId }, words) =>
      aGuardianshipEvent(caseId, personId, 'guardian_appointed', {
        on: '5/3/2026',
        who: words,
        service: words,
        phone: words,
        language: words,
        words,
      }),
    read: listGuardianship,
  },
  makeSummary: {
    open: makeSummary,
    input: ({ caseId }, words) => ({
      caseId,
      audience: 'organisation',
      sections: ['identity'],
      language: 'fr',
      words,
      ground: 'vital_interest',
      recipient: '',
      reason: words,
    }),
    read: listSummaries,
  },
  saveTraffickingAccount: {
    open: saveTraffickingAccount,
    isApart: true,
    input: ({ caseId }, words, saved) =>
      anAccount(caseId, { version: saved, words, reading: words, explainedIn: words }),
    read: listAccounts,
  },
  saveTraffickingStage: {
    open: saveTraffickingStage,
    isApart: true,
    input: ({ caseId }, words) => ({
      caseId,
      subjectId: '',
      version: 0,
      kind: 'statement',
      on: '2026-08-03',
      condition: '',
      holds: '',
      reason: '',
      words,
    }),
    read: stages.list,
  },
  addExploiter: {
    open: addExploiter,
    isApart: true,
    input: ({ caseId }, words) => ({ caseId, name: words, words }),
    read: listExploiters,
  },
}

const answer = z.union([
  z.object({ ok: z.literal(true) }),
  z.object({ ok: z.literal(false), code: z.string(), fields: z.record(z.string(), z.string()).optional() }),
])
/** As it stands inside of any JSON. */
const inJson = (text: unknown): string => JSON.stringify(text).slice(1, -1)

/** Does a command with each of these words on a file of its own: which were refused without naming a field, which are not read afterwards. */
export const sendWords = async (
  organisation: GivenOrganisation,
  command: Command,
  strings: readonly string[],
) => {
  const file = await givenCommandFile(organisation, command)
  const kept: string[] = []
  const refusedWithoutField: unknown[] = []
  for (const words of strings) {
    const said = answer.parse(
      await act(organisation.casey.token, command.open, command.input(file, words, kept.length)),
    )
    if (said.ok) kept.push(words)
    else if (said.code !== 'invalid' || said.fields === undefined)
      refusedWithoutField.push([words, said.code])
  }
  if (kept.length === 0) throw new Error('all were refused: nothing was tried')
  const read = JSON.stringify(await organisation.casey.work((work) => command.read(work, file.caseId)))
  return { refusedWithoutField, lost: kept.filter((words) => !read.includes(inJson(asTyped(words.trim())))) }
}
