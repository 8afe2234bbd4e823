import 'server-only'
import type { Work } from '@/lib/db/work'
import { type SetupStep, STEPS, type StepState } from '@/lib/settings/setting.rules'
import { writeEdition } from './edition.data'
import type { EditionState } from './edition.rules'
import { mailOfEnvironment } from './mail.data'
import { listOffices } from './office.data'
import { getOwnMail, listSettings } from './setting.data'

/** The step that is open: the one that was asked for, or the first that is neither done nor left out. */
export const readSetup = async (work: Work, asked: SetupStep | null) => {
  const states = work.settings.get('setup.steps')
  const open = asked ?? STEPS.codes.find((step) => states[step] === undefined) ?? 'first'
  return {
    open,
    states,
    offices: (await listOffices(work)).filter(({ isClosed }) => !isClosed),
    settings: await listSettings(work, ofStep(open)),
    hasMail: mailOfEnvironment() !== null || (await getOwnMail(work)) !== null,
  }
}
export type Setup = Awaited<ReturnType<typeof readSetup>>

const ofStep = (step: SetupStep): Parameters<typeof listSettings>[1] => {
  if (step === 'name') return ['organisation.name', 'organisation.languages']
  if (step === 'work') return ['setup.does', 'work.unseen']
  return step === 'safety' ? ['signIn.secondStep', 'signIn.idle'] : []
}

/** Says of one of the first steps that it is done or left out. */
export const writeStep = async (
  work: Work,
  step: SetupStep,
  said: StepState,
): Promise<{ editionId: string; state: EditionState }> => {
  const { id, state } = await writeEdition(work, {
    subject: 'setting',
    item: 'setup.steps',
    after: { ...work.settings.get('setup.steps'), [step]: said },
    reason: '',
  })
  return { editionId: id, state }
}
