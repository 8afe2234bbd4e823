import { saveApplication } from '@/lib/asylum/application.actions'
import { recordEvent } from '@/lib/asylum/event.actions'
import { act } from '../handlers'
import { givenBareFile } from './bare-file'
import type { GivenOrganisation } from './organisation'

/** What the form sends for an event, empty but for its kind and day. */
export const anEvent = (
  caseId: string,
  applicationId: string,
  kind: string,
  change: Record<string, unknown> = {},
) => ({
  caseId,
  applicationId,
  replaces: '',
  kind,
  outcome: '',
  form: '',
  ground: '',
  country: '',
  suspensive: '',
  on: '',
  notifiedOn: '',
  notification: '',
  letterKind: 'none',
  letterOn: '',
  letterAmount: '',
  letterUnit: 'calendar_day',
  held: 'no',
  facts: [],
  concerns: '',
  words: '',
  ...change,
})

const idOf = (answer: unknown, name: string): string => {
  if (typeof answer !== 'object' || answer === null || !('value' in answer))
    throw new Error(JSON.stringify(answer))
  const value = answer.value
  if (typeof value !== 'object' || value === null) throw new Error(JSON.stringify(answer))
  return String(Object.entries(value).find(([key]) => key === name)?.[1])
}

/** A way in a file of casey; answers its id. */
export const givenWay = async (
  organisation: GivenOrganisation,
  caseId: string,
  way: string = 'territory',
  sequence: string = '1',
): Promise<string> =>
  idOf(
    await act(organisation.casey.token, saveApplication, {
      caseId,
      applicationId: '',
      version: 0,
      way,
      sequence,
      language: '',
      place: '',
      reasons: [],
    }),
    'applicationId',
  )

/** A file of casey with one way in it, and a way to record on it. */
export const givenAsylum = async (
  organisation: GivenOrganisation,
  way: string = 'territory',
  sequence: string = '1',
) => {
  const { id: caseId, code } = await givenBareFile(organisation)
  const applicationId = await givenWay(organisation, caseId, way, sequence)
  const send = (
    kind: string,
    change: Record<string, unknown> = {},
    who: 'casey' | 'coral' | 'sol' = 'casey',
  ) => act(organisation[who].token, recordEvent, anEvent(caseId, applicationId, kind, change))
  return {
    caseId,
    code,
    applicationId,
    send,
    /** Records, and answers the id of the event. */
    record: async (kind: string, change: Record<string, unknown> = {}) =>
      idOf(await send(kind, change), 'eventId'),
  }
}
